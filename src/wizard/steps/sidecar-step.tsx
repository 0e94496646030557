import { StepForm } from '../fields/step-form.tsx';
import { StepHeading } from './step-heading.tsx';

export function SidecarStep() {
  return (
    <StepForm step="sidecar">
      <StepHeading title="Logging sidecar" lead="Forwards task logs from worker and triggerer pods to your log platform." optional />
    </StepForm>
  );
}
