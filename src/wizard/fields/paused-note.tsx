import type { DocumentName } from '../../agent/documents/documents.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { goToLine } from '../findings/go-to.ts';
import { Words } from '../findings/words.tsx';
import { useFiles } from '../hosted/use-file.ts';
import { usePaused } from '../pause.ts';
import { useWizard } from '../use-wizard.ts';
import './paused-note.css';

/** Over the form: why it waits, where, and what to do. */
export function PausedNote() {
  const unread = usePaused();
  const documents = useWizard((state) => state.settled?.documents);
  return (
    <div className="paused-notes">
      <div role="status" data-testid="paused">
        {documents &&
          unread.map(({ document, problem: { code, message, remedy, range, related = [] } }) => {
            const lines = new LineIndex(documents[document]);
            const { line } = lines.positionAt(range.offset);
            return (
              <div key={`${document} ${code} ${line}`} className="paused-note tone-fails">
                <ToneIcon tone="fails" />
                <p>
                  <strong>
                    The form waits: <UnreadLine document={document} line={line} /> cannot be read.
                  </strong>{' '}
                  <Words text={`${message} ${remedy}`} />
                  {related.map(({ offset }) => (
                    <span key={offset}>
                      {' The other is '}
                      <UnreadLine document={document} line={lines.positionAt(offset).line} />
                      {'.'}
                    </span>
                  ))}
                </p>
              </div>
            );
          })}
      </div>
    </div>
  );
}

interface UnreadLineProps {
  readonly document: DocumentName;
  readonly line: number;
}

/** Names a line and shows it. */
function UnreadLine({ document, line }: UnreadLineProps) {
  const { name, before } = useFiles()(document);
  return (
    <button type="button" className="paused-line" onClick={() => goToLine(document, line)}>
      line {line + before} of {name}
    </button>
  );
}
