import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useTrial } from './trial.ts';

/** While a large file is read: which one, and the way out. The page can be used meanwhile. */
export function TrialBar() {
  const trying = useTrial((state) => state.trying);
  if (!trying) return null;
  return (
    <div className="notice-bar tone-advice" role="status" data-testid="trial">
      <span className="trial-spinner" aria-hidden="true" />
      <p>
        <span>Reading </span>
        <b translate="no">{trying.fileName}</b>
        <span>. It is large, so this takes a moment.</span>
      </p>
      <Button variant="link" isInline onClick={trying.cancel}>
        Cancel
      </Button>
    </div>
  );
}
