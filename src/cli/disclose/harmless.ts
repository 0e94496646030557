import type { Path } from '../../yaml/path.ts';

/*
 * Which scalars of values files and manifests the command line prints: those whose place is known
 * to hold no credential, as long as they have the form of what belongs there. What is not listed
 * is not printed, whatever it is called.
 */

type Form = RegExp;

const anyName: Form = /^[^\n]{0,253}$/;
/** Names of Secrets and the like: a token pasted in their place is longer, or has other letters. */
const dnsName: Form = /^[a-z0-9][a-z0-9.-]{0,62}$/;
const variableName: Form = /^[-._A-Za-z][-._A-Za-z0-9]{0,200}$/;
const word: Form = /^[A-Za-z][A-Za-z_]{0,40}$/;
const number: Form = /^-?\d{1,10}$/;
const quantity: Form = /^[-+]?[\d.,]{1,12} ?[A-Za-z]{0,5}$/;
const path: Form = /^\/?[\w.*-]{1,64}(?:\/[\w.*-]{1,64}){0,20}\/?$|^\/$/;
const image: Form =
  /^[\w.-]{1,100}(?::\d{1,5})?(?:\/[\w.-]{1,100}){0,8}(?::[\w.-]{1,128})?(?:@sha256:[0-9a-f]{64})?$/;
const host: Form = /^[A-Za-z0-9.:-]{1,253}$/;
const selinux: Form = /^[\w.:,-]{1,64}$/;
const version: Form = /^[A-Za-z0-9./-]{1,80}$/;
const policyLabel: Form = /^[\w.: -]{0,60}$/;
const profile: Form = /^[\w./-]{0,200}$/;
const sysctl: Form = /^[\w./ -]{1,100}$/;

/** Keys whose items or entries are looked into. What is below any other key is not printed. */
const rooms: ReadonlySet<string> = new Set(
  `metadata labels annotations spec template jobTemplate items
  workers dagProcessor triggerer sentinel loggingSidecar serviceAccount hpa
  containers initContainers ephemeralContainers extraInitContainers extraContainers
  podSecurityContext containerSecurityContext securityContext seccompProfile appArmorProfile
  seLinuxOptions windowsOptions capabilities add drop sysctls supplementalGroups
  resources limits requests ports env commonEnv valueFrom secretKeyRef configMapKeyRef
  fieldRef resourceFieldRef envFrom secretRef configMapRef imagePullSecrets
  volumes volumeMounts volumeDevices emptyDir hostPath persistentVolumeClaim secret configMap
  projected sources nfs csi ephemeral volumeClaimTemplate volumeClaimTemplates downwardAPI
  livenessProbe readinessProbe startupProbe lifecycle postStart preStop httpGet tcpSocket grpc`
    .trim()
    .split(/\s+/),
);

const securityContexts: readonly string[] = [
  'securityContext',
  'podSecurityContext',
  'containerSecurityContext',
];

/** Lists whose items have a name that Kubernetes shows everywhere. */
const named: readonly string[] = [
  'containers',
  'initContainers',
  'ephemeralContainers',
  'extraInitContainers',
  'extraContainers',
  'volumes',
  'volumeMounts',
  'ports',
  'workers',
];

interface Row {
  readonly keys: string;
  readonly form: Form;
  /** The key above, or that of the list that the mapping is an item of; any room if not given. */
  readonly under?: readonly string[];
}

const rows: readonly Row[] = [
  { keys: 'name', form: anyName, under: [...named, 'metadata', 'loggingSidecar'] },
  { keys: 'generateName namespace', form: anyName, under: ['metadata'] },
  { keys: 'namespace resourceNamePrefix', form: anyName, under: [''] },
  { keys: 'kind apiVersion', form: version, under: ['', 'items'] },
  { keys: 'name', form: variableName, under: ['env', 'commonEnv'] },
  {
    keys: 'name',
    form: dnsName,
    under: [
      ...['secretKeyRef', 'configMapKeyRef', 'secretRef', 'configMapRef', 'imagePullSecrets'],
      ...['configMap', 'secret', 'serviceAccount'],
    ],
  },
  { keys: 'key fieldPath resource', form: variableName },
  {
    keys: 'agentTokenSecretName imagePullSecretName sentinelAuthSecretName',
    form: dnsName,
    under: [''],
  },
  {
    keys: `secretName claimName serviceAccountName priorityClassName storageClassName
      runtimeClassName schedulerName nodeName driver`,
    form: dnsName,
  },
  { keys: 'image', form: image },
  {
    keys: 'imagePullPolicy restartPolicy dnsPolicy medium protocol terminationMessagePolicy scheme',
    form: word,
  },
  {
    keys: 'type',
    form: word,
    under: ['seccompProfile', 'appArmorProfile', 'hostPath'],
  },
  { keys: 'procMount fsGroupChangePolicy', form: word, under: securityContexts },
  { keys: 'add drop', form: word, under: ['capabilities'] },
  {
    keys: 'runAsUser runAsGroup fsGroup supplementalGroups',
    form: number,
    under: securityContexts,
  },
  { keys: 'user role type level', form: selinux, under: ['seLinuxOptions'] },
  { keys: 'name value', form: sysctl, under: ['sysctls'] },
  { keys: 'localhostProfile mountPath subPath workingDir', form: path },
  { keys: 'path', form: path, under: ['hostPath', 'nfs', 'httpGet'] },
  { keys: 'host', form: host, under: ['httpGet', 'tcpSocket'] },
  { keys: 'sizeLimit storage', form: quantity },
  { keys: 'port containerPort hostPort', form: number },
  {
    keys: `replicas syncSlots asyncSlots minReplicaCount maxReplicaCount defaultMode mode
      initialDelaySeconds periodSeconds timeoutSeconds terminationGracePeriodSeconds
      preStopSleepSeconds failureThreshold successThreshold`,
    form: number,
  },
];

const table = new Map<string, Row[]>();
for (const row of rows) {
  for (const key of row.keys.trim().split(/\s+/)) {
    table.set(key, [...(table.get(key) ?? []), row]);
  }
}

const policyPrefix = 'pod-security.kubernetes.io/';
const profilePrefixes = [
  'container.apparmor.security.beta.kubernetes.io/',
  'container.seccomp.security.alpha.kubernetes.io/',
  'seccomp.security.alpha.kubernetes.io/',
];

/** `<your-registry>`, `${REGISTRY}`: it stands for what is not there yet. */
const placeholder = /^<[A-Za-z][A-Za-z -]{0,60}>$|^\$\{[A-Za-z][A-Za-z_]{0,60}\}$/;
/** Words for yes and no, in quotes or not. */
const answer = /^(?:y|n|yes|no|on|off|true|false|null|none|~)?$/i;

/** Whether a text tells nothing, wherever it stands. */
export function tellsNothing(text: string): boolean {
  return answer.test(text) || placeholder.test(text);
}

/**
 * Whether a scalar may be printed.
 * @param place where it is in its document
 * @param text the scalar as it is written; nothing for a boolean or null, which tell no secret
 */
export function isHarmless(place: Path, text: string | undefined): boolean {
  if (text === undefined || tellsNothing(text)) return true;
  const keys = place.filter((step) => typeof step === 'string');
  const key = keys.at(-1);
  if (key === undefined || keys.slice(0, -1).some((one) => !rooms.has(one))) return false;
  const parent = keys.at(-2) ?? '';
  if (parent === 'labels' && key.startsWith(policyPrefix)) return policyLabel.test(text);
  if (parent === 'annotations' && profilePrefixes.some((one) => key.startsWith(one))) {
    return profile.test(text);
  }
  if (parent === 'limits' || parent === 'requests') return quantity.test(text);
  if (parent === 'labels' || parent === 'annotations') return false;
  return (table.get(key) ?? []).some(
    ({ form, under }) => (under === undefined || under.includes(parent)) && form.test(text),
  );
}

const plainKey = /^[A-Za-z]{1,40}(?:[._/-]{1,2}[A-Za-z]{1,40}){0,12}$/;

/** Whether a key may be printed: it is made of words, as those of people and programs are. */
export function isPlainKey(key: string): boolean {
  return (
    plainKey.test(key) || key === '<<' || profilePrefixes.some((prefix) => key.startsWith(prefix))
  );
}

/** Whether a word is one that this program knows as a key. */
export function isKnownKey(word: string): boolean {
  return rooms.has(word) || table.has(word);
}
