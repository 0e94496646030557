import { fileNames } from '../../agent/documents.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { FindingFrame } from '../findings/finding-block.tsx';
import { useWizard } from '../store.ts';
import { assessmentOf } from '../use-present.ts';

/** Whether a text cannot be read at the moment, so that the form has nothing to write to. */
export function useIsPaused(): boolean {
  return useWizard(({ work }) => work !== undefined && !assessmentOf(work.documents).ok);
}

/** Why the form waits, and what to do. */
export function PausedNote() {
  const work = useWizard((state) => state.work);
  const result = work && assessmentOf(work.documents);
  if (!result || result.ok) return null;
  return (
    <div role="status" className="paused-note">
      {result.problems.map(({ document, problem }) => {
        const { line } = new LineIndex(work.documents[document]).positionAt(problem.range.offset);
        return (
          <FindingFrame
            key={`${document} ${problem.code} ${line}`}
            tone="fails"
            word="Paused"
            messages={[
              `The form waits: ${fileNames[document]} cannot be read. Line ${line}: ${problem.message}`,
            ]}
            why={problem.remedy}
          />
        );
      })}
    </div>
  );
}
