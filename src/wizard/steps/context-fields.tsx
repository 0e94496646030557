import { useWatch } from 'react-hook-form';
import type { ContextPairId } from '../../agent/settings/setting-id.ts';
import { platformAssigned } from '../../agent/settings/settings.ts';
import { CheckboxField } from '../fields/checkbox-field.tsx';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { SegmentedField } from '../fields/segmented-field.tsx';
import { useStepForm } from '../fields/step-form-context.ts';
import { SwitchField } from '../fields/switch-field.tsx';
import { type Notation, TextField } from '../fields/text-field.tsx';
import { type ImageOwner, userReason } from './user-reason.ts';

interface ContextProps {
  /** The setting that holds the pair of contexts: `security`, `security.sentinel`, ... */
  readonly base: ContextPairId;
}

interface ContainerContextProps {
  /** A pair of contexts, or the sidecar, which has a container’s alone. */
  readonly base: ContextPairId | 'sidecar';
}

/** `null` is what the file holds where the platform assigns an ID. */
const idNotation: Notation = {
  format: (value) => (value === platformAssigned ? 'null' : value),
  parse: (text) => (text === 'null' ? platformAssigned : text),
};

const podParts = ['runAsNonRoot', 'runAsUser', 'runAsGroup', 'fsGroup', 'seccompProfile'];
const containerParts = ['allowPrivilegeEscalation', 'capabilities', 'readOnlyRootFilesystem'];

const profiles = [
  { value: '', label: 'Not set' },
  { value: 'RuntimeDefault', label: 'RuntimeDefault' },
  { value: 'Localhost', label: 'Localhost' },
];

interface PodContextProps extends ContextProps {
  /** Whose image runs as the user. */
  readonly image: ImageOwner;
}

/** The settings of a podSecurityContext. */
export function PodContextFields({ base, image }: PodContextProps) {
  return (
    <>
      <SwitchField
        field={`${base}.pod.runAsNonRoot`}
        label="Run as non-root"
        code="runAsNonRoot"
        reason="Refuses to start any container as root."
      />
      <div className="thirds">
        <UserField base={base} image={image} />
        <TextField
          field={`${base}.pod.runAsGroup`}
          label="Group"
          code="runAsGroup"
          reason="Its primary group"
          notation={idNotation}
        />
        <TextField
          field={`${base}.pod.fsGroup`}
          label="Volume group"
          code="fsGroup"
          reason="Owns mounted volumes"
          notation={idNotation}
        />
      </div>
      <SeccompField base={base} />
      <RestOfProblems field={`${base}.pod`} shownBy={podParts} />
    </>
  );
}

function UserField({ base, image }: PodContextProps) {
  const { control } = useStepForm();
  const field = `${base}.pod.runAsUser` as const;
  const value: unknown = useWatch({ control, name: field });
  return (
    <TextField
      field={field}
      label="User"
      code="runAsUser"
      reason={userReason(value, image)}
      notation={idNotation}
    />
  );
}

function SeccompField({ base }: ContextProps) {
  const { control } = useStepForm();
  const field = `${base}.pod.seccompProfile` as const;
  const type: unknown = useWatch({ control, name: `${field}.type` });
  return (
    <SegmentedField
      field={`${field}.type`}
      problemField={field}
      label="Seccomp profile"
      code="seccompProfile"
      reason="Blocks unneeded system calls."
      choices={profiles}
    >
      {type === 'Localhost' && (
        <TextField
          field={`${field}.localhostProfile`}
          label="Profile on the node"
          code="localhostProfile"
          reason="A path below the kubelet’s seccomp folder, on every node."
          placeholder="profiles/agent.json"
        />
      )}
    </SegmentedField>
  );
}

/** The settings of a container's securityContext that the standard asks for. */
export function ContainerContextFields({ base }: ContainerContextProps) {
  return (
    <>
      <SwitchField
        field={`${base}.container.allowPrivilegeEscalation`}
        inverted
        label="Forbid privilege escalation"
        code="allowPrivilegeEscalation"
        reason="A setuid program cannot gain rights its parent lacks."
      />
      <SwitchField
        field={`${base}.container.capabilities.dropAll`}
        problemField={`${base}.container.capabilities`}
        label="Drop all capabilities"
        code="capabilities"
        reason="Takes away the kernel rights that root would keep."
      />
      <CheckboxField
        field={`${base}.container.capabilities.addNetBindService`}
        label="Add back NET_BIND_SERVICE"
        reason="Only for a container that listens below port 1024."
      />
      <RestOfProblems field={`${base}.container`} shownBy={containerParts} />
    </>
  );
}

/** The setting that the guide asks for and no Pod Security check does. */
export function ReadOnlyRootField({ base }: ContainerContextProps) {
  return (
    <SwitchField
      field={`${base}.container.readOnlyRootFilesystem`}
      label="Read-only root filesystem"
      code="readOnlyRootFilesystem"
      reason="The guide asks for it, no Pod Security check does. Nobody can change the image’s files at run time."
    />
  );
}
