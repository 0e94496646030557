import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import type { ImportProblem } from '../../agent/documents/import-document.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { Words } from '../findings/words.tsx';

/** A file that was not opened, and why. */
export interface Refusal {
  readonly fileName: string;
  readonly problem: Pick<ImportProblem, 'message' | 'remedy' | 'range'> &
    Partial<Pick<ImportProblem, 'mayBeValues'>>;
  /** Empty where there is no text to be shown. */
  readonly text: string;
}

interface RefusedFileProps {
  readonly refusal: Refusal;
  /** Opens it as values all the same, where it could be anything. */
  readonly onOpenAnyway: () => void;
}

/**
 * Why a file was not opened: the line, the reason, what to do. What was open before is still open.
 * Of a file that could be anything no line is at fault; whoever knows better may open it.
 */
export function RefusedFile({ refusal, onOpenAnyway }: RefusedFileProps) {
  const { problem, text, fileName } = refusal;
  const lines = new LineIndex(text);
  const { line } = lines.positionAt(problem.range.offset);
  const excerpt = text === '' || problem.mayBeValues ? undefined : lines.lineText(line);
  return (
    <div className="finding tone-rejected" role="alert" data-testid="refused">
      <ToneIcon tone="rejected" />
      <div className="finding-body">
        <p className="finding-message">
          {fileName} was not opened. {excerpt !== undefined && `Line ${line}: `}
          {problem.message}
        </p>
        {excerpt !== undefined && excerpt.trim() !== '' && (
          <pre className="excerpt">
            <span className="excerpt-line">{line}</span>
            {excerpt.slice(0, 160)}
          </pre>
        )}
        <p className="finding-why">
          <Words text={problem.remedy} />
        </p>
        {problem.mayBeValues && (
          <div className="refused-anyway">
            <Button variant="secondary" onClick={onOpenAnyway}>
              Open as values anyway
            </Button>
            <span>Nothing in it changes until you change it.</span>
          </div>
        )}
      </div>
    </div>
  );
}
