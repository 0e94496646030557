import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import type { Path } from '../../yaml/path.ts';
import { goToPlace } from '../findings/go-to.ts';
import { lineOf } from './line-of.ts';
import { useAssessed } from './use-assessed.ts';

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
