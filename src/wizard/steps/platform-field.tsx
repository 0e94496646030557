import { agentUid, sentinelUid } from '../../agent/chart/chart.ts';
import {
  type PodContextSettings,
  platformAssigned,
  type SecuritySettings,
} from '../../agent/settings/settings.ts';
import { presentAssessment, useAssessed } from '../assessed/use-assessed.ts';
import { elementIds } from '../field-id.ts';
import { Segmented } from '../fields/segmented.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { useStepForm } from '../fields/step-form-context.ts';

const platforms = [
  { value: 'kubernetes', label: 'Kubernetes' },
  { value: 'openshift', label: 'OpenShift' },
];

function withIds(pod: PodContextSettings, id: string): PodContextSettings {
  return { ...pod, runAsUser: id, runAsGroup: pod.runAsGroup === '' ? '' : id, fsGroup: id };
}

function withPlatform(security: SecuritySettings, platform: string): SecuritySettings {
  const [agent, sentinel] =
    platform === 'openshift'
      ? [platformAssigned, platformAssigned]
      : [String(agentUid), String(sentinelUid)];
  return {
    ...security,
    pod: withIds(security.pod, agent),
    sentinel: { ...security.sentinel, pod: withIds(security.sentinel.pod, sentinel) },
  };
}

/** Who assigns user IDs. Not a setting of its own: it shows in the IDs, and sets them. */
export function PlatformField() {
  const { write } = useStepForm();
  const platform = useAssessed(({ settings: { security } }) =>
    security.pod.runAsUser === platformAssigned && security.pod.fsGroup === platformAssigned
      ? 'openshift'
      : 'kubernetes',
  );
  const ids = elementIds('security.platform');
  return (
    <SettingsRow
      field="security.platform"
      ids={ids}
      label="Platform"
      single={false}
      reason={
        platform === 'openshift'
          ? 'OpenShift assigns its own user IDs: they are null in the file.'
          : 'OpenShift assigns its own user IDs.'
      }
      wide
      control={
        <Segmented
          id={ids.control}
          choices={platforms}
          value={platform ?? 'kubernetes'}
          labelledBy={ids.label}
          describedBy={ids.reason}
          onChange={(next) => {
            const security = presentAssessment()?.settings.security;
            if (!security) return;
            write({
              field: 'security',
              value: withPlatform(security, next),
              title: 'change Platform',
            });
          }}
        />
      }
    />
  );
}
