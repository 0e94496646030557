import DownIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-caret-down-icon';
import { useState } from 'react';
import { ToneIcon } from '../findings/effect.tsx';
import { openNotes } from '../hosted/installs.ts';
import { useRoute } from '../route.ts';
import { stepFacts } from '../steps-in-order.ts';
import { usePresent } from '../use-present.ts';
import { StepList } from './rail.tsx';
import { stepState } from './step-state.ts';

/** The rail on a phone: the present step in one row, which opens the list of all. */
export function PhoneSteps() {
  const [open, setOpen] = useState(false);
  const { step } = useRoute();
  const present = usePresent();
  const { name, number } = stepFacts(step);
  const state =
    present && step !== 'start'
      ? stepState(step, present.assessment, present.work.answers, openNotes(present.work).length)
      : undefined;
  return (
    <nav className="phone-steps" aria-label="Steps">
      <button
        type="button"
        className="phone-step"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {number !== undefined && <span className="phone-place">Step {number} of 4</span>}
        <span className="phone-name">{name}</span>
        {state?.tone && (
          <span className={`rail-state tone-${state.tone}`}>
            <ToneIcon tone={state.tone} size={12} />
            <span>{state.words}</span>
          </span>
        )}
        <DownIcon aria-hidden="true" className={open ? 'caret-open' : ''} />
      </button>
      {open && <StepList onChoose={() => setOpen(false)} />}
    </nav>
  );
}
