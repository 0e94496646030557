import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { fixable } from '../../agent/assess/assess.ts';
import type { Assessment, DocumentProblem, PodAssessment } from '../../agent/assess/assessment.ts';
import { type Answers, noAnswers, undecided } from '../../agent/assess/decisions/answers.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { fixAll } from '../actions.ts';
import { goToDecision } from '../decisions/go-to-decision.ts';
import { ToneIcon } from '../findings/effect.tsx';
import '../decisions/verdict-acts.css';
import { verdictSentence } from '../../agent/assess/verdict-sentence.ts';
import { goToLine } from '../findings/go-to.ts';
import { linesBefore, nameOf } from '../hosted/file-texts.ts';
import { openNotes } from '../hosted/installs.ts';
import { usePaused } from '../pause.ts';
import { usePresent } from '../use-present.ts';
import type { Work } from '../work.ts';
import { PodChips } from './pod-chips.tsx';

/**
 * The verdict on the present files: always visible, and told to screen readers when it changes.
 * Each text that changes has an element of its own: a browser that translates the page puts its own
 * nodes in the place of texts, and one that React removes would not be found.
 */
export function VerdictBar() {
  const present = usePresent();
  const [unread] = usePaused();
  if (!present) return <NoVerdict />;
  const { work, assessment } = present;
  if (unread) return <VerdictBefore work={work} unread={unread} pods={assessment.pods} />;
  const sentence = verdictSentence(assessment);
  const { before, policy, after } = sentence;
  const isWhole = openNotes(work).length === 0;
  const tone = !isWhole && sentence.tone === 'admitted' ? 'fails' : sentence.tone;
  return (
    <section className={`verdict tone-${tone}`} aria-label="Verdict">
      <p role="status" className="verdict-words">
        <ToneIcon tone={tone} size={20} />
        <span>
          <span>{before}</span> <code translate="no">{policy}</code>
          <span>{after}</span>
          {!isWhole && <span>, as far as the values are in this file</span>}
        </span>
      </p>
      <PodChips pods={assessment.pods} />
      <FixEverything assessment={assessment} answers={work.answers ?? noAnswers} />
    </section>
  );
}

interface VerdictBeforeProps {
  readonly work: Work;
  readonly unread: DocumentProblem;
  /** As they were judged last. */
  readonly pods: readonly PodAssessment[];
}

/** A text that cannot be read has no verdict; that of the text before is called so. */
function VerdictBefore({ work, unread: { document, problem }, pods }: VerdictBeforeProps) {
  const { line } = new LineIndex(work.documents[document]).positionAt(problem.range.offset);
  const shown = line + linesBefore(work, document);
  return (
    <section className="verdict tone-fails" aria-label="Verdict">
      <p role="status" className="verdict-words">
        <ToneIcon tone="fails" size={20} />
        <span>
          <span>{`Line ${shown} of ${nameOf(work, document)} cannot be read. `}</span>
          <span className="verdict-of-before">Before that:</span>
        </span>
      </p>
      <PodChips pods={pods} />
      <Button variant="secondary" className="verdict-fix" onClick={() => goToLine(document, line)}>
        {`Go to line ${shown}`}
      </Button>
    </section>
  );
}

function NoVerdict() {
  return (
    <section className="verdict tone-neutral" aria-label="Verdict">
      <p role="status" className="verdict-words">
        <ToneIcon tone="neutral" size={20} />
        <span className="verdict-none">
          No file yet. The verdict of <code translate="no">restricted:latest</code> appears here.
        </span>
      </p>
    </section>
  );
}

function FixEverything({ assessment, answers }: FixEverythingProps) {
  const count = fixable(assessment).length;
  const left = undecided(assessment, answers);
  const [first] = left;
  if (count === 0 && !first) return <span className="verdict-done">Nothing left to fix</span>;
  return (
    <span className="verdict-acts">
      {count > 0 && (
        <Button variant="secondary" className="verdict-fix" onClick={fixAll}>
          {`Fix everything (${count})`}
        </Button>
      )}
      {first && (
        <Button
          variant={count > 0 ? 'link' : 'secondary'}
          className="verdict-fix"
          onClick={() => goToDecision(first)}
        >
          {`${left.length} for you to decide`}
        </Button>
      )}
    </span>
  );
}

interface FixEverythingProps {
  readonly assessment: Assessment;
  readonly answers: Answers;
}
