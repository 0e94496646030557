import { LeftToDecide } from '../decisions/left-to-decide.tsx';
import type { StepId } from '../route.ts';
import { useWizard } from '../use-wizard.ts';
import { SummaryPanel } from './summary-panel.tsx';
import { WaysAfter } from './ways-after.tsx';

/** Over the step on which everything was fixed, until something else is done. Start keeps it longer. */
export function SummaryOnStep({ step }: { readonly step: StepId }) {
  const summary = useWizard(({ past }) => past.at(-1)?.summary);
  if (summary?.step !== step) return null;
  return (
    <div className="fixed-on-step">
      <SummaryPanel summary={summary} />
      <LeftToDecide />
      <WaysAfter />
    </div>
  );
}
