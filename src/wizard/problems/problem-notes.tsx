import type { Assessment } from '../../agent/assess/assessment.ts';
import { pathAt } from '../../yaml/locate.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { Words } from '../findings/words.tsx';
import { useFiles } from '../hosted/use-file.ts';
import { revealInPreview } from '../store.ts';
import { useWizard } from '../use-wizard.ts';
import { lineAt } from './marks.ts';

interface NotesProps {
  readonly assessment: Assessment;
}

/** Changes that the last action did not make, each with its reason and the line in the way. */
export function RefusedChanges({ assessment }: NotesProps) {
  const refused = useWizard((state) => state.refused);
  const files = useFiles();
  return refused.map(({ document, refusal: { message, remedy, range } }) => {
    const tree = assessment.trees[document];
    return (
      <li key={`${document} ${range.offset} ${message}`} className="problem-note">
        <ToneIcon tone="fails" />
        <p>
          <strong>Not changed: {message}</strong> <Words text={remedy} />{' '}
          <button
            type="button"
            className="problem-line"
            onClick={() => revealInPreview(document, pathAt(tree.root, range.offset))}
          >
            {files(document).name}, line {files(document).before + lineAt(tree, range.offset)}
          </button>
        </p>
      </li>
    );
  });
}

/** Pods that nobody can judge from the file alone. */
export function UnknownPods({ assessment }: NotesProps) {
  return assessment.pods.map(
    ({ id, verdict, unknownReason }) =>
      verdict === 'unknown' && (
        <li key={id} className="problem-note">
          <ToneIcon tone="neutral" />
          <p>
            <strong>{id} cannot be judged.</strong> {unknownReason}
          </p>
        </li>
      ),
  );
}
