import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { presentAssessment, useAssessed } from '../assessed/use-assessed.ts';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { useStepForm } from '../fields/step-form-context.ts';
import { FindingBlocks } from '../findings/finding-block.tsx';
import { pathOf } from './component-subjects.ts';
import { ContainerContextFields, PodContextFields, ReadOnlyRootField } from './context-fields.tsx';
import { componentIn } from './folders-in.ts';

interface OverrideSectionProps {
  readonly base: ComponentId;
  readonly pod: string;
  /** What the component is called in a button: "this worker". */
  readonly noun: string;
}

/** A component's own contexts in the place of step 2's. */
export function OverrideSection({ base, pod, noun }: OverrideSectionProps) {
  const { write } = useStepForm();
  const field = `${base}.override` as const;
  const overridden =
    useAssessed(({ settings }) => componentIn(settings, base)?.override != null) ?? false;
  const path = pathOf(base);

  const toggle = () => {
    const security = presentAssessment()?.settings.security;
    if (!security) return;
    const { pod: podContext, container } = security;
    write({
      field,
      value: overridden ? null : { pod: podContext, container },
      title: overridden ? `use step 2 for ${pod}` : `override security for ${pod}`,
    });
  };

  return (
    <section className="card-section" data-field={field}>
      <div className="override-line">
        <div className="card-name">
          <h3>Security</h3>
          <p className="reason">
            {overridden ? 'Its own pair, written in full.' : 'As set in step 2.'}
          </p>
        </div>
        <Button variant="secondary" onClick={toggle}>
          {overridden ? 'Use step 2 again' : `Override for ${noun}`}
        </Button>
      </div>
      {overridden ? (
        <>
          <SectionHeading
            title="Pod"
            code="podSecurityContext"
            level="h4"
            path={[...path, 'podSecurityContext']}
          />
          <PodContextFields base={field} image="agent" />
          <SectionHeading
            title="Containers"
            code="containerSecurityContext"
            level="h4"
            path={[...path, 'containerSecurityContext']}
          />
          <ContainerContextFields base={field} />
          <ReadOnlyRootField base={field} />
          <RestOfProblems field={field} shownBy={['pod', 'container']} pod={pod} />
        </>
      ) : (
        <FindingBlocks field={field} pod={pod} />
      )}
    </section>
  );
}
