import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { presentAssessment, useAssessed } from '../assessed/use-assessed.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { useStepForm } from '../fields/step-form-context.ts';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { ContainerContextFields, ReadOnlyRootField } from './context-fields.tsx';

/** The sidecar's own context: complete or not, and its single settings. */
export function SidecarSecurity() {
  const { write } = useStepForm();
  const complete =
    useAssessed(({ settings: { sidecar } }) => {
      const { allowPrivilegeEscalation, capabilities, readOnlyRootFilesystem } = sidecar.container;
      return !allowPrivilegeEscalation && capabilities.dropAll && readOnlyRootFilesystem;
    }) ?? false;

  const [worst] = useFieldProblems('sidecar.container');

  const fill = () => {
    const container = presentAssessment()?.settings.sidecar.container;
    if (!container) return;
    write({
      field: 'sidecar.container',
      value: {
        allowPrivilegeEscalation: false,
        capabilities: { ...container.capabilities, dropAll: true },
        readOnlyRootFilesystem: true,
      },
      title: 'complete the sidecar’s securityContext',
    });
  };

  return (
    <div className="settings-row" data-field="sidecar.container">
      <div className="settings-line">
        <div className="settings-text">
          <div className="field-head">
            <span className="field-label">Security</span>
            <code className="field-code">securityContext</code>
          </div>
          <p className="reason">
            {complete
              ? 'Written in full: no escalation, no capabilities, read-only root.'
              : 'The settings of step 2 do not reach the sidecar.'}
          </p>
        </div>
        {complete ? (
          <span className="card-state tone-admitted">
            <ToneIcon tone="admitted" /> Complete
          </span>
        ) : worst ? (
          <span className={`card-state tone-${toneOfEffect(worst.effect)}`}>
            <ToneIcon tone={toneOfEffect(worst.effect)} /> Incomplete
          </span>
        ) : (
          <Button variant="secondary" onClick={fill}>
            Write it in full
          </Button>
        )}
      </div>
      <details className="single-settings" open={!complete}>
        <summary>Single settings</summary>
        <ContainerContextFields base="sidecar" />
        <ReadOnlyRootField base="sidecar" />
      </details>
    </div>
  );
}
