import CaretIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-caret-down-icon';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { effects } from '../../agent/rules/finding.ts';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { effectCount, podCount } from '../findings/state-words.ts';
import { usePaused } from '../pause.ts';
import { usePresent } from '../use-present.ts';
import { toggleProblems, useView } from '../view.ts';
import { ProblemList } from './problem-list.tsx';
import './problems.css';
import { RefusedChanges, UnknownPods } from './problem-notes.tsx';

const listId = 'preview-problems';

/** What is wrong with the files, under them. */
export function ProblemPanel() {
  const assessment = usePresent()?.assessment;
  const open = useView((view) => view.problemsOpen);
  const isPaused = usePaused().length > 0;
  if (!assessment) return null;
  return (
    <section className="problems" aria-label="Problems">
      <div className="problems-head">
        <h2>
          <button
            type="button"
            className="problems-toggle"
            aria-expanded={open}
            aria-controls={listId}
            onClick={toggleProblems}
          >
            <CaretIcon aria-hidden="true" className="problems-caret" />
            {isPaused ? 'Problems before that' : 'Problems'}{' '}
            <span className="problems-count">{assessment.problems.length}</span>
          </button>
        </h2>
        <Counts assessment={assessment} />
      </div>
      <ul id={listId} className="problems-list" hidden={!open}>
        <RefusedChanges assessment={assessment} />
        <UnknownPods assessment={assessment} />
        <ProblemList assessment={assessment} />
      </ul>
    </section>
  );
}

function Counts({ assessment: { problems, pods } }: { readonly assessment: Assessment }) {
  const unknown = pods.filter(({ verdict }) => verdict === 'unknown').length;
  if (problems.length === 0 && unknown === 0) {
    return (
      <p className="problems-counts">
        <span>
          <ToneIcon tone="admitted" size={14} /> No problems
        </span>
      </p>
    );
  }
  return (
    <p className="problems-counts">
      {effects.map((effect) => {
        const count = problems.filter((problem) => problem.effect === effect).length;
        return (
          count > 0 && (
            <span key={effect}>
              <ToneIcon tone={toneOfEffect(effect)} size={14} /> {effectCount(effect, count)}
            </span>
          )
        );
      })}
      {unknown > 0 && (
        <span>
          <ToneIcon tone="neutral" size={14} /> {podCount(unknown)} unknown
        </span>
      )}
    </p>
  );
}
