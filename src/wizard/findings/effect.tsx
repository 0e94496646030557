import CheckIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-check-circle-fill-icon';
import ErrorIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-error-fill-icon';
import InfoIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-information-fill-icon';
import UnknownIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-minus-circle-icon';
import WarningIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-warning-fill-icon';
import type { Verdict } from '../../agent/assess/assessment.ts';
import type { Effect } from '../../agent/rules/finding.ts';

/** The meaning colours of the page; `tone-...` classes carry them. */
export type Tone = 'rejected' | 'fails' | 'admitted' | 'advice' | 'neutral';

export function toneOfEffect(effect: Effect): Tone {
  return effect === 'warned' ? 'fails' : effect;
}

export function toneOfVerdict(verdict: Verdict): Tone {
  return verdict === 'unknown' ? 'fails' : verdict;
}

const icons = {
  rejected: ErrorIcon,
  fails: WarningIcon,
  admitted: CheckIcon,
  advice: InfoIcon,
  neutral: UnknownIcon,
};

/** The state's icon in its colour. Hidden from screen readers: a word always stands beside it. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  const Icon = icons[tone];
  return (
    <span className={`tone-icon tone-${tone}`} style={{ width: size, height: size }}>
      <Icon aria-hidden="true" style={{ width: size, height: size }} />
    </span>
  );
}
