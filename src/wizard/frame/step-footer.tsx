import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import LeftIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-arrow-left-icon';
import RightIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-arrow-right-icon';
import type { ReactNode } from 'react';
import { formatRoute, type StepId, useRoute } from '../route.ts';
import { neighbours } from '../steps-in-order.ts';

/** The id of each step's form element, so that Next can submit it from outside. */
export const stepFormId = 'step-form';

interface StepFooterProps {
  readonly step: StepId;
  /** In the place of Back. */
  readonly left?: ReactNode;
  /** Where the step has no form, what Next does. */
  readonly onNext?: () => void;
}

/** Back and Next. Next submits the step's form, which stays if a field is not valid. */
export function StepFooter({ step, left, onNext }: StepFooterProps) {
  const route = useRoute();
  const { previous, next } = neighbours(step);
  const advance = onNext ? { onClick: onNext } : ({ type: 'submit', form: stepFormId } as const);
  return (
    <div className="step-footer">
      {left ??
        (previous && (
          <Button
            variant="secondary"
            component="a"
            href={formatRoute({ ...route, step: previous.id, field: undefined })}
            icon={<LeftIcon />}
          >
            <span className="visually-hidden">Back: </span>
            {previous.name}
          </Button>
        ))}
      {next && (
        <Button variant="secondary" icon={<RightIcon />} iconPosition="end" {...advance}>
          <span className="visually-hidden">Next: </span>
          {next.name}
        </Button>
      )}
    </div>
  );
}
