import type {
  ContainerContextSettings,
  FolderSettings,
  ModeSettings,
  PodContextSettings,
  SettingStep,
  Settings,
} from '../../agent/settings/settings.ts';
import { platformAssigned } from '../../agent/settings/settings.ts';

export interface Answer {
  readonly label: string;
  readonly value: string;
}

/** The settings in a few words each, for the last look before a download. */
export function answersOf(
  settings: Settings,
): readonly { readonly step: SettingStep; readonly answers: readonly Answer[] }[] {
  const { namespace, security, components, sidecar } = settings;
  const { sentinel } = security;
  return [
    {
      step: 'namespace',
      answers: [
        { label: 'Name', value: namespace.name || 'not set' },
        { label: 'Enforce', value: modeWords(namespace.enforce) },
        { label: 'Audit', value: modeWords(namespace.audit) },
        { label: 'Warn', value: modeWords(namespace.warn) },
      ],
    },
    {
      step: 'security',
      answers: [
        { label: 'Pods', value: podWords(security.pod) },
        { label: 'Containers', value: containerWords(security.container) },
        { label: 'Hardening', value: hardeningWords(security.container) },
        {
          label: 'Sentinel',
          value:
            sentinel.enabled === 'off'
              ? 'Off'
              : `${podWords(sentinel.pod)}; ${containerWords(sentinel.container).toLowerCase()}`,
        },
      ],
    },
    {
      step: 'components',
      answers: [
        ...components.workers.map(({ name, folders }) => ({
          label: `worker/${name}`,
          value: folderWords(folders),
        })),
        { label: 'dag-processor', value: folderWords(components.dagProcessor.folders) },
        { label: 'triggerer', value: folderWords(components.triggerer.folders) },
      ],
    },
    {
      step: 'sidecar',
      answers: [
        {
          label: 'Sidecar',
          value: sidecar.enabled
            ? `On, ${sidecar.image}, ${sidecar.logsPath ? `reads ${sidecar.logsPath}` : 'mounts no logs'}`
            : 'Off',
        },
      ],
    },
  ];
}

function modeWords({ level, version }: ModeSettings): string {
  if (level === '') return 'no label';
  return version === '' ? level : `${level}, ${version}`;
}

function podWords({ runAsNonRoot, runAsUser, seccompProfile }: PodContextSettings): string {
  const user = runAsUser === platformAssigned ? 'a user the platform assigns' : runAsUser;
  const root = runAsNonRoot ? 'Non-root' : 'May run as root';
  const seccomp = seccompProfile.type ? `${seccompProfile.type} seccomp` : 'no seccomp profile';
  return `${root}${user ? ` as ${user}` : ''}, ${seccomp}`;
}

function containerWords(container: ContainerContextSettings): string {
  const { allowPrivilegeEscalation, capabilities } = container;
  const escalation = allowPrivilegeEscalation ? 'Escalation allowed' : 'No escalation';
  const dropped = capabilities.dropAll ? 'all capabilities dropped' : 'capabilities kept';
  const added = capabilities.addNetBindService ? ', NET_BIND_SERVICE added' : '';
  return `${escalation}, ${dropped}${added}`;
}

function hardeningWords({ readOnlyRootFilesystem }: ContainerContextSettings): string {
  return readOnlyRootFilesystem ? 'Read-only root filesystem' : 'Writable root filesystem';
}

function folderWords(folders: readonly FolderSettings[]): string {
  if (folders.length === 0) return 'No writable folders';
  return folders
    .map(({ path, sizeLimit }) => (sizeLimit ? `${path} ${sizeLimit}` : path))
    .join(', ');
}
