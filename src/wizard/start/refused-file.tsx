import type { ImportProblem } from '../../agent/documents/import-document.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { Words } from '../findings/words.tsx';

/** A file that was not opened, and why. */
export interface Refusal {
  readonly fileName: string;
  readonly problem: Pick<ImportProblem, 'message' | 'remedy' | 'range'>;
  /** Empty where there is no text to be shown. */
  readonly text: string;
}

interface RefusedFileProps {
  readonly refusal: Refusal;
}

/** Why a file was not opened: the line, the reason, what to do. What was open before is still open. */
export function RefusedFile({ refusal }: RefusedFileProps) {
  const { problem, text, fileName } = refusal;
  const lines = new LineIndex(text);
  const { line } = lines.positionAt(problem.range.offset);
  const excerpt = text === '' ? undefined : lines.lineText(line);
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
      </div>
    </div>
  );
}
