import { SectionHeading } from '../fields/section-heading.tsx';
import { StepForm } from '../fields/step-form.tsx';
import { ContainerContextFields, PodContextFields } from './context-fields.tsx';
import { HardeningPanel } from './hardening-panel.tsx';
import { PlatformField } from './platform-field.tsx';
import { SentinelCard } from './sentinel-card.tsx';
import { StepHeading } from './step-heading.tsx';

/** Step 2: the contexts that all agent pods share, and Sentinel's own. */
export function SecurityStep() {
  return (
    <StepForm step="security">
      <StepHeading
        title="Security"
        lead="Written once, at the top of values.yaml, for workers, DAG processor and triggerer."
      />
      <PlatformField />
      <SectionHeading title="Pod" code="podSecurityContext" path={['podSecurityContext']} />
      <PodContextFields base="security" image="agent" />
      <SectionHeading
        title="Containers"
        code="containerSecurityContext"
        path={['containerSecurityContext']}
      />
      <ContainerContextFields base="security" />
      <HardeningPanel base="security" />
      <SentinelCard />
    </StepForm>
  );
}
