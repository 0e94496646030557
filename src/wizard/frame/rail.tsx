import ExternalIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-external-link-icon';
import HomeIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-home-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-lock-icon';
import ReviewIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-task-icon';
import { ToneIcon } from '../findings/effect.tsx';
import { openNotes } from '../hosted/installs.ts';
import type { Present } from '../present.ts';
import { formatRoute, useRoute } from '../route.ts';
import { stepsInOrder } from '../steps-in-order.ts';
import { usePresent } from '../use-present.ts';
import { type StepState, stepState } from './step-state.ts';

const guide =
  'https://www.astronomer.io/docs/astro/remote-execution/remote-agents-restricted-kubernetes';

function stateOf(step: (typeof stepsInOrder)[number], present: Present | undefined): StepState {
  if (step.id === 'start') {
    return { words: present?.work.originals.values.fileName ?? 'No file yet' };
  }
  if (!present) return { words: step.id === 'sidecar' ? 'Optional' : '' };
  const { assessment, work } = present;
  return stepState(step.id, assessment, work.answers, openNotes(work).length);
}

function StepMark({ step }: { readonly step: (typeof stepsInOrder)[number] }) {
  if (step.number !== undefined) return <span className="rail-number">{step.number}</span>;
  return step.id === 'start' ? <HomeIcon aria-hidden="true" /> : <ReviewIcon aria-hidden="true" />;
}

/** The list of steps, each with its state in words. Used in the rail and in the phone's menu. */
export function StepList({ onChoose }: { readonly onChoose?: () => void }) {
  const route = useRoute();
  const present = usePresent();
  return (
    <ol className="rail-steps">
      {stepsInOrder.map((step) => {
        const current = step.id === route.step;
        const state = stateOf(step, present);
        return (
          <li key={step.id}>
            <a
              href={formatRoute({ ...route, step: step.id, field: undefined })}
              className="rail-step"
              aria-current={current ? 'step' : undefined}
              onClick={onChoose}
            >
              <span className="rail-mark">
                <StepMark step={step} />
              </span>
              <span className="rail-name">{step.name}</span>
              {state.words !== '' && (
                <span className={`rail-state ${state.tone ? `tone-${state.tone}` : ''}`}>
                  {state.tone && <ToneIcon tone={state.tone} size={12} />}
                  <span>{state.words}</span>
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

export function Rail() {
  return (
    <nav className="rail" aria-label="Steps">
      <StepList />
      <div className="rail-foot">
        <p>
          <LockIcon aria-hidden="true" />
          Your files stay in this browser.
        </p>
        <p>
          <ExternalIcon aria-hidden="true" />
          <a href={guide} target="_blank" rel="noreferrer">
            Read the guide
          </a>
        </p>
      </div>
    </nav>
  );
}
