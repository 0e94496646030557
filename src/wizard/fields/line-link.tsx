import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import type { Path } from '../../yaml/path.ts';
import { lineOf } from '../assessed/line-of.ts';
import { useAssessed } from '../assessed/use-assessed.ts';
import { goToPlace } from '../findings/go-to.ts';

interface LineLinkProps {
  readonly document: DocumentName;
  readonly path: Path;
}

/** Shows a place in the preview. */
export function LineLink({ document, path }: LineLinkProps) {
  const line = useAssessed(({ trees }) => lineOf(trees[document], path));
  return (
    <button
      type="button"
      className="line-link"
      aria-label={`Show line ${line} of ${fileNames[document]}`}
      onClick={() => goToPlace(document, path)}
    >
      Line {line}
    </button>
  );
}
