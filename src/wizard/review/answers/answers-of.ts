import type {
  ContainerContextSettings,
  FolderSettings,
  ModeSettings,
  PodContextSettings,
  SettingStep,
  Settings,
} from '../../../agent/settings/settings.ts';
import { platformAssigned } from '../../../agent/settings/settings.ts';
import { namesInWords } from '../pods/equal-pods.ts';

export interface Answer {
  readonly label: string;
  readonly value: string;
}

/** The settings in a few words each, for the last look before a download. */
export function answersOf(
  settings: Settings,
): readonly { readonly step: SettingStep; readonly answers: readonly Answer[] }[] {
  const { namespace, security, components, sidecar } = settings;
  return [
    {
      step: 'namespace',
      answers: [
        { label: 'Name', value: namespace.name || 'not set' },
        ...levelAnswers([
          ['enforce', namespace.enforce],
          ['audit', namespace.audit],
          ['warn', namespace.warn],
        ]),
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
          value: sentinelWords(security),
        },
      ],
    },
    {
      step: 'components',
      answers: [
        ...workerAnswers(components.workers),
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

/** Modes with the same label are one row. */
function levelAnswers(modes: readonly (readonly [string, ModeSettings])[]): readonly Answer[] {
  const rows = folded(modes.map(([name, mode]) => ({ label: name, value: modeWords(mode) })));
  const [only] = rows;
  if (rows.length === 1 && only) {
    return [{ label: 'Levels', value: `${only.value} for enforce, audit and warn` }];
  }
  return rows.map(({ label, value }) => ({
    label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
    value,
  }));
}

/** Equal workers are one row: `worker/heavy, batch and ml`. */
function workerAnswers(workers: Settings['components']['workers']): readonly Answer[] {
  const rows = new Map<string, string[]>();
  for (const { name, folders, override } of workers) {
    const own = override === undefined || override === null ? '' : ', own security context';
    const value = folderWords(folders) + own;
    rows.set(value, [...(rows.get(value) ?? []), name]);
  }
  return [...rows].map(([value, names]) => ({ label: `worker/${namesInWords(names)}`, value }));
}

/** Answers of one value under all their labels. */
function folded(answers: readonly Answer[]): readonly Answer[] {
  const rows = new Map<string, string[]>();
  for (const { label, value } of answers) rows.set(value, [...(rows.get(value) ?? []), label]);
  return [...rows].map(([value, labels]) => ({ label: labels.join(', '), value }));
}

function sentinelWords({ sentinel, pod, container }: Settings['security']): string {
  if (sentinel.enabled === 'off') return 'Off';
  const sameBut =
    podWords({ ...sentinel.pod, runAsUser: '' }) === podWords({ ...pod, runAsUser: '' });
  if (sameBut && containerWords(sentinel.container) === containerWords(container)) {
    const user = sentinel.pod.runAsUser;
    return user === pod.runAsUser ? 'The same' : `The same, with user ${user || 'not set'}`;
  }
  return `${podWords(sentinel.pod)}; ${containerWords(sentinel.container).toLowerCase()}`;
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
