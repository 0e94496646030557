import type { ComponentType } from 'react';
import { lazyPart } from './failure/lazy-part.tsx';
import { SummaryOnStep } from './fixed/summary-on-step.tsx';
import { StepFooter } from './frame/step-footer.tsx';
import { usePaused } from './pause.ts';
import type { StepId } from './route.ts';
import { StartPage } from './start/start-page.tsx';
import { ComponentsStep } from './steps/components-step.tsx';
import { NamespaceStep } from './steps/namespace-step.tsx';
import { SecurityStep } from './steps/security-step.tsx';
import { SidecarStep } from './steps/sidecar-step.tsx';

// The last step, and the only one that nobody comes to first: it is fetched when it is opened.
const ReviewPage = lazyPart(() => import('./review/review-page.tsx'));

const steps: Readonly<Record<Exclude<StepId, 'start'>, ComponentType>> = {
  namespace: NamespaceStep,
  security: SecurityStep,
  components: ComponentsStep,
  sidecar: SidecarStep,
  review: ReviewPage,
};

/** The step that the address names, with its Back and Next. */
export function StepContent({ step }: { readonly step: StepId }) {
  const isPaused = usePaused().length > 0;
  if (step === 'start') return <StartPage />;
  const Step = steps[step];
  // A paused form has nothing in it that takes the focus, and has to be scrolled all the same.
  const focusable = isPaused ? { tabIndex: 0 } : {};
  return (
    <>
      <div className="main-scroll" {...focusable}>
        <SummaryOnStep step={step} />
        <Step />
      </div>
      <StepFooter step={step} />
    </>
  );
}
