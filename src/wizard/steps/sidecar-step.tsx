import { Switch } from '@patternfly/react-core/dist/esm/components/Switch';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { elementIds } from '../field-id.ts';
import { ConfigField } from '../fields/config-field.tsx';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { StepForm } from '../fields/step-form.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ToneIcon } from '../findings/effect.tsx';
import './cards.css';
import './sidecar.css';
import { LogStrip } from './log-strip.tsx';
import { configFacts } from './sidecar-facts.ts';
import { SidecarSecurity } from './sidecar-security.tsx';
import { switchSidecar } from './sidecar-switch-action.ts';
import { StepHeading } from './step-heading.tsx';

const parts = ['name', 'image', 'container', 'logsPath', 'dataVolume', 'config'];

/** Step 4: the container that forwards task logs. */
export function SidecarStep() {
  const on = useSidecarOn();
  return (
    <StepForm step="sidecar">
      <StepHeading
        title="Logging sidecar"
        lead="Forwards task logs from worker and triggerer pods to your log platform."
        optional
      />
      <RunRow />
      <RestOfProblems field="sidecar" shownBy={on ? parts : []} />
      <WhileOn />
    </StepForm>
  );
}

function useSidecarOn(): boolean {
  return useAssessed(({ settings }) => settings.sidecar.enabled) ?? false;
}

function RunRow() {
  const on = useSidecarOn();
  const ids = elementIds('sidecar.enabled');
  return (
    <SettingsRow
      field="sidecar.enabled"
      ids={ids}
      label="Run the sidecar"
      reason="Off removes what it wrote; on again brings your answers back."
      control={
        <Switch
          id={ids.control}
          className="settings-switch"
          label={on ? 'On' : 'Off'}
          isReversed
          isChecked={on}
          aria-labelledby={ids.label}
          aria-describedby={ids.reason}
          onChange={(_, checked) => switchSidecar(checked)}
        />
      }
    />
  );
}

function WhileOn() {
  const on = useSidecarOn();
  if (!on) return null;
  return (
    <>
      <SectionHeading title="Container" code="loggingSidecar" path={['loggingSidecar']} />
      <div className="halves">
        <TextField field="sidecar.name" label="Name" reason="Its ConfigMap adds -cm." patient />
        <TextField
          field="sidecar.image"
          label="Image"
          reason="Mirror it if nodes cannot reach Docker Hub."
        />
      </div>
      <SidecarSecurity />
      <SectionHeading title="Logs" code="volumeMounts" path={['loggingSidecar', 'volumeMounts']} />
      <LogStrip />
      <FolderFields />
      <SectionHeading
        title="Configuration"
        code="vector.yaml"
        path={['loggingSidecar', 'config']}
      />
      <Config />
    </>
  );
}

function FolderFields() {
  const facts = useAssessed(configFacts, sameData);
  if (!facts) return null;
  const { dataDir, includes, matches } = facts;
  return (
    <>
      <TextField
        field="sidecar.logsPath"
        label="Folder in the sidecar"
        reason="The guide’s path. Any other is fine as long as the config reads from it."
        aside={
          includes.length > 0 && (
            <span className={`card-state tone-${matches ? 'admitted' : 'fails'}`} role="status">
              <ToneIcon tone={matches ? 'admitted' : 'fails'} />
              {matches ? 'The config’s include matches it' : 'The config reads from elsewhere'}
            </span>
          )
        }
      />
      <TextField
        field="sidecar.dataVolume"
        label="Volume for Vector’s own folder"
        code="data_dir"
        reason={`Vector remembers in ${dataDir} how far each file was read. The path comes from the config.`}
        placeholder="None"
        patient
      />
    </>
  );
}

function Config() {
  const failing = useFieldProblems('sidecar.dataVolume').length > 0;
  const line = useAssessed(({ settings }) => {
    const index = settings.sidecar.config.split('\n').findIndex((text) => /^data_dir:/.test(text));
    return index < 0 ? undefined : index + 1;
  });
  return (
    <ConfigField
      field="sidecar.config"
      label="Vector’s configuration"
      reason="Kept as text, exactly as you type it."
      markedLine={failing ? line : undefined}
    />
  );
}
