import type { DocumentName } from '../../agent/documents/documents.ts';
import type { Path } from '../../yaml/path.ts';
import { lineOf } from '../assessed/line-of.ts';
import { useAssessed } from '../assessed/use-assessed.ts';
import { goToPlace } from '../findings/go-to.ts';
import { useFiles } from '../hosted/use-file.ts';

interface LineLinkProps {
  readonly document: DocumentName;
  readonly path: Path;
}

/** Shows a place in the preview. */
export function LineLink({ document, path }: LineLinkProps) {
  const { name, before } = useFiles()(document);
  const within = useAssessed(({ trees }) => lineOf(trees[document], path));
  const line = within === undefined ? undefined : within + before;
  return (
    <button
      type="button"
      className="line-link"
      aria-label={`Show line ${line} of ${name}`}
      onClick={() => goToPlace(document, path)}
    >
      Line {line}
    </button>
  );
}
