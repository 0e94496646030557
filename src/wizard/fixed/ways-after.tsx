import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import ChangesIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-compare-icon';
import ReviewIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-task-icon';
import { isPressing } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { useAssessed } from '../assessed/use-assessed.ts';
import { showFiles } from '../main-view.ts';
import { navigate } from '../route.ts';
import { showChanges } from '../view.ts';

/** The ways on after *Fix everything*. Review stands out once nothing is left to decide. */
export function WaysAfter() {
  const left = useAssessed(({ problems }) => problems.filter(isPressing).length) ?? 0;
  const advice = useAssessed(adviceIn) ?? 0;
  return (
    <>
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
          variant={left === 0 ? 'primary' : 'secondary'}
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
