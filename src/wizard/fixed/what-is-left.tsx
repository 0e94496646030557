import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import ChangesIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-compare-icon';
import ReviewIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-task-icon';
import { isPressing } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { effectWords } from '../findings/finding-words.ts';
import { goToProblem } from '../findings/go-to.ts';
import { showFiles } from '../main-view.ts';
import { navigate } from '../route.ts';
import { stepFacts } from '../steps-in-order.ts';
import { showChanges } from '../view.ts';

const shownAtMost = 8;

/** After *Fix everything*: what is left to decide, and the ways on. The next one stands out. */
export function WhatIsLeft() {
  const left = useAssessed(({ problems }) => problems.filter(isPressing), sameData) ?? [];
  const advice = useAssessed(adviceIn) ?? 0;
  return (
    <>
      {left.length > 0 && (
        <section aria-labelledby="left-title">
          <div className="section-head">
            <h2 id="left-title">For you to decide</h2>
          </div>
          <ul className="fixed-left">
            {left.slice(0, shownAtMost).map((problem, index) => (
              <LeftRow key={problem.id} problem={problem} isNext={index === 0} />
            ))}
          </ul>
          {left.length > shownAtMost && (
            <p className="remark">{`${left.length - shownAtMost} more under Problems.`}</p>
          )}
        </section>
      )}
      <div className="start-ways">
        <Button
          variant="secondary"
          icon={<ChangesIcon />}
          onClick={() => {
            showChanges();
            showFiles();
          }}
        >
          See the changes
        </Button>
        <Button
          variant={left.length === 0 ? 'primary' : 'secondary'}
          icon={<ReviewIcon />}
          onClick={() => navigate({ step: 'review' })}
        >
          Review
        </Button>
        <Button variant="secondary" onClick={() => navigate({ step: 'namespace' })}>
          Go step by step
        </Button>
      </div>
      {advice > 0 && (
        <p className="start-promise">
          {`${advice === 1 ? '1 piece of advice is' : `${advice} pieces of advice are`} not part of this.`}
        </p>
      )}
    </>
  );
}

function adviceIn({ problems }: Assessment): number {
  return problems.filter(({ effect }) => effect === 'advice').length;
}

interface LeftRowProps {
  readonly problem: Problem;
  readonly isNext: boolean;
}

function LeftRow({ problem, isNext }: LeftRowProps) {
  const { effect, message, step, pods } = problem;
  const [pod] = pods;
  const where = pods.length > 1 ? `${pods.length} pods` : pod;
  return (
    <li>
      <ToneIcon tone={toneOfEffect(effect)} />
      <div>
        <p className="finding-message">
          <span className="visually-hidden">{effectWords[effect]}: </span>
          {message}
        </p>
        <p className="remark">
          {stepFacts(step).name}
          {where !== undefined && `, ${where}`}
        </p>
      </div>
      <Button variant={isNext ? 'primary' : 'secondary'} onClick={() => goToProblem(problem)}>
        Decide
      </Button>
    </li>
  );
}
