import { StepForm } from '../fields/step-form.tsx';
import { StepHeading } from './step-heading.tsx';

export function NamespaceStep() {
  return (
    <StepForm step="namespace">
      <StepHeading title="Namespace" lead="The labels that decide which pods may start." />
    </StepForm>
  );
}
