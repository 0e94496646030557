import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-close-icon';
import type { ReactNode } from 'react';
import { type Tone, ToneIcon } from '../findings/effect.tsx';

interface BarProps {
  readonly tone: Tone;
  readonly testId: string;
  /** What the button that puts the bar away is called. */
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

/** A quiet line above the step, with what can be done about it. */
export function Bar({ tone, testId, dismissLabel, onDismiss, children }: BarProps) {
  return (
    <div className={`notice-bar tone-${tone}`} role="status" data-testid={testId}>
      <ToneIcon tone={tone} />
      {children}
      <Button
        variant="plain"
        size="sm"
        icon={<CloseIcon />}
        aria-label={dismissLabel}
        onClick={onDismiss}
      />
    </div>
  );
}
