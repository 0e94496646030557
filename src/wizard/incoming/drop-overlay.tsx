import UploadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-upload-icon';
import { useDragOver } from './catch-drops.ts';

/** Over the whole page while files are held over it, so that nobody looks for the right place. */
export function DropOverlay() {
  const over = useDragOver((state) => state.over);
  if (!over) return null;
  return (
    <div className="drop-overlay" data-testid="drop-overlay">
      <div>
        <UploadIcon aria-hidden="true" className="drop-icon" />
        <p className="drop-line">Drop to read it</p>
        <p className="drop-hint">values.yaml, namespace.yaml or both. Nothing is uploaded.</p>
      </div>
    </div>
  );
}
