import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { LineIndex } from '../../yaml/line-index.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { Words } from '../findings/words.tsx';
import type { Refusal } from '../incoming/take-files.ts';

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
  const others = (problem.related ?? []).map(({ offset }) => lines.positionAt(offset).line);
  const excerpt = text === '' || problem.mayBeValues ? undefined : lines.lineText(line);
  return (
    <div className="finding tone-rejected" role="alert" data-testid="refused">
      <ToneIcon tone="rejected" />
      <div className="finding-body">
        <p className="finding-message">
          {fileName} was not opened. {excerpt !== undefined && `${linesWords(line, others)}: `}
          {problem.message}
        </p>
        {excerpt !== undefined &&
          [...others, line].map((number) => (
            <Excerpt key={number} line={number} text={lines.lineText(number)} />
          ))}
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

/** "Line 13", or with the others that belong to it: "Lines 10 and 13". */
function linesWords(line: number, others: readonly number[]): string {
  return others.length === 0 ? `Line ${line}` : `Lines ${[...others, line].join(' and ')}`;
}

function Excerpt({ line, text }: { readonly line: number; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <pre className="excerpt" translate="no">
      <span className="excerpt-line">{line}</span>
      {text.slice(0, 160)}
    </pre>
  );
}
