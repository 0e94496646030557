import '../../../no-compiling.ts';
import { z } from 'zod';

/*
 * The Kubernetes objects that a values file passes through, as far as an editor and a type check
 * need them. All mappings are loose and every value may be null: a schema here finds wrong types
 * and unknown keys, and never stands in the way of a newer Kubernetes.
 */

/** A key that may be absent or null, with one line of help. */
export function key<T extends z.ZodType>(schema: T, description: string, example?: unknown) {
  return schema
    .nullable()
    .optional()
    .meta(example === undefined ? { description } : { description, default: example });
}

/** A mapping whose keys are the user's. */
export const anyMapping = z.record(z.string(), z.unknown());
export const stringMapping = z.record(z.string(), z.string());
/** Lists whose items this program does not look into. */
export const anyList = z.array(z.unknown());
export const quantity = z.union([z.string(), z.number()]);
const intOrString = z.union([z.int(), z.string()]);

const profile = (what: string) =>
  z.looseObject({
    type: key(z.enum(['RuntimeDefault', 'Localhost', 'Unconfined']), `Which ${what} applies.`),
    localhostProfile: key(
      z.string(),
      'The profile on the node; only for Localhost, where it is needed.',
    ),
  });

const seccompProfile = profile('seccomp profile');
const appArmorProfile = profile('AppArmor profile');

const seLinuxOptions = z.looseObject({
  level: key(z.string(), 'SELinux level.'),
  role: key(z.string(), 'SELinux role; the standard forbids one of your own.'),
  type: key(z.string(), 'SELinux type; the standard allows the container types only.'),
  user: key(z.string(), 'SELinux user; the standard forbids one of your own.'),
});

const windowsOptions = z.looseObject({
  gmsaCredentialSpec: key(z.string(), 'Text of the GMSA credential spec.'),
  gmsaCredentialSpecName: key(z.string(), 'Name of the GMSA credential spec.'),
  hostProcess: key(z.boolean(), 'Runs as a host process; the standard forbids it.'),
  runAsUserName: key(z.string(), 'Windows user of the process.'),
});

const identity = {
  runAsNonRoot: key(z.boolean(), 'The kubelet refuses to start a process as user 0.'),
  runAsUser: key(z.int(), 'User ID of the processes.'),
  runAsGroup: key(z.int(), 'Primary group ID of the processes.'),
  seccompProfile: key(seccompProfile, 'Which system calls the processes may make.'),
  appArmorProfile: key(appArmorProfile, 'AppArmor profile of the processes.'),
  seLinuxOptions: key(seLinuxOptions, 'SELinux context of the processes.'),
  windowsOptions: key(windowsOptions, 'Settings for Windows nodes.'),
};

export const podSecurityContext = z.looseObject({
  ...identity,
  fsGroup: key(z.int(), 'Group that owns mounted volumes and may write them.'),
  fsGroupChangePolicy: key(
    z.enum(['Always', 'OnRootMismatch']),
    'When the ownership of a volume is changed to fsGroup.',
  ),
  supplementalGroups: key(z.array(z.int()), 'Further groups of the processes.'),
  supplementalGroupsPolicy: key(
    z.enum(['Merge', 'Strict']),
    'Whether groups from the image count too.',
  ),
  seLinuxChangePolicy: key(z.string(), 'How volumes are relabelled.'),
  sysctls: key(z.array(anyMapping), 'Kernel parameters; the standard allows a few.'),
});

const capabilityNames = z.array(z.string());

export const securityContext = z.looseObject({
  allowPrivilegeEscalation: key(
    z.boolean(),
    'Whether a process may gain more rights than its parent; absent means yes.',
  ),
  capabilities: key(
    z.looseObject({
      add: key(capabilityNames, 'Added; the standard allows NET_BIND_SERVICE only.'),
      drop: key(capabilityNames, 'Dropped; the standard asks for ALL.'),
    }),
    'Linux capabilities of the container.',
  ),
  readOnlyRootFilesystem: key(z.boolean(), 'Only mounted volumes can be written.'),
  privileged: key(z.boolean(), 'Full access to the node; the standard forbids it.'),
  procMount: key(z.string(), 'How /proc is mounted.'),
  ...identity,
});

export const emptyDir = z.looseObject({
  medium: key(z.string(), 'Empty for disk; Memory counts against the memory limit.'),
  sizeLimit: key(quantity, 'The pod is evicted when the volume grows beyond it.'),
});

const otherVolumeTypes = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'hostPath',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;

export const volume = z.looseObject({
  name: key(z.string(), 'Its name, which mounts refer to.'),
  emptyDir: key(emptyDir, 'Starts empty, lives as long as the pod; written as {} without limits.'),
  configMap: key(anyMapping, 'Files from a ConfigMap.'),
  secret: key(anyMapping, 'Files from a Secret.'),
  projected: key(anyMapping, 'Files from several sources, such as tokens.'),
  persistentVolumeClaim: key(anyMapping, 'A claim that exists already.'),
  ephemeral: key(anyMapping, 'A claim that is made and removed with the pod.'),
  downwardAPI: key(anyMapping, "Files from the pod's own fields."),
  csi: key(anyMapping, 'A volume of a CSI driver.'),
  image: key(anyMapping, 'Files from an OCI image.'),
  ...Object.fromEntries(
    otherVolumeTypes.map((type) => [
      type,
      key(anyMapping, 'The restricted standard does not allow this type.'),
    ]),
  ),
});

export const volumeMount = z.looseObject({
  name: key(z.string(), 'Name of a volume of the same pod.'),
  mountPath: key(z.string(), 'Where the container sees it.'),
  readOnly: key(z.boolean(), 'The container cannot write it.'),
  recursiveReadOnly: key(z.string(), 'Whether mounts below are read-only too.'),
  subPath: key(z.string(), 'Only this folder or file of the volume.'),
  subPathExpr: key(z.string(), 'As subPath, with environment variables.'),
  mountPropagation: key(z.string(), 'How later mounts are passed on.'),
});

export const envVar = z.looseObject({
  name: key(z.string(), 'Name of the variable.'),
  value: key(z.string(), 'Its text; quote numbers and true or false.'),
  valueFrom: key(anyMapping, 'Taken from a Secret, a ConfigMap or a field of the pod.'),
});

export const resources = z.looseObject({
  limits: key(z.record(z.string(), quantity), 'The most it may use.'),
  requests: key(z.record(z.string(), quantity), 'What is set aside for it.'),
  claims: key(anyList, 'Resource claims of the pod.'),
});

export const probe = z.looseObject({
  httpGet: key(
    z.looseObject({
      path: key(z.string(), 'Path of the request.'),
      port: key(intOrString, 'Number or name of the port.'),
      host: key(z.string(), 'Another host; the standard forbids it from v1.34.'),
      scheme: key(z.enum(['HTTP', 'HTTPS']), 'HTTP or HTTPS.'),
      httpHeaders: key(anyList, 'Headers of the request.'),
    }),
    'Succeeds on a status from 200 to 399.',
  ),
  exec: key(anyMapping, 'Succeeds when a command ends with 0.'),
  tcpSocket: key(anyMapping, 'Succeeds when a port can be opened.'),
  grpc: key(anyMapping, 'Succeeds when a gRPC service is healthy.'),
  initialDelaySeconds: key(z.int(), 'Seconds before the first try.'),
  periodSeconds: key(z.int(), 'Seconds between tries.'),
  timeoutSeconds: key(z.int(), 'Seconds until a try has failed.'),
  successThreshold: key(z.int(), 'Successes in a row that make it well again.'),
  failureThreshold: key(z.int(), 'Failures in a row that make it unwell.'),
  terminationGracePeriodSeconds: key(z.int(), 'Seconds to end after the probe has failed.'),
});

export const container = z.looseObject({
  name: key(z.string(), 'Name of the container.'),
  image: key(z.string(), 'Its image.'),
  imagePullPolicy: key(z.enum(['Always', 'IfNotPresent', 'Never']), 'When the image is fetched.'),
  command: key(z.array(z.string()), "Instead of the image's entrypoint."),
  args: key(z.array(z.string()), 'Arguments of the command.'),
  workingDir: key(z.string(), 'Folder in which it starts.'),
  env: key(z.array(envVar), 'Environment variables.'),
  envFrom: key(z.array(anyMapping), 'Variables from whole ConfigMaps or Secrets.'),
  ports: key(
    z.array(
      z.looseObject({
        name: key(z.string(), 'Name of the port.'),
        containerPort: key(z.int(), 'Its number.'),
        protocol: key(z.enum(['TCP', 'UDP', 'SCTP']), 'TCP unless set.'),
        hostPort: key(z.int(), 'Port on the node; the standard forbids it.'),
        hostIP: key(z.string(), 'Address on the node.'),
      }),
    ),
    'Ports that it listens on.',
  ),
  resources: key(resources, 'What it needs and may use.'),
  resizePolicy: key(anyList, 'How its resources may be changed.'),
  restartPolicy: key(z.string(), 'Always makes an init container a sidecar.'),
  restartPolicyRules: key(anyList, 'Restarts by exit code.'),
  securityContext: key(securityContext, "Its own; the chart's global contexts do not reach it."),
  volumeMounts: key(z.array(volumeMount), "Mounts of the pod's volumes."),
  volumeDevices: key(anyList, 'Block devices.'),
  livenessProbe: key(probe, 'Restarts it when it fails.'),
  readinessProbe: key(probe, 'Takes it out of service when it fails.'),
  startupProbe: key(probe, 'Holds the other probes back until it succeeds.'),
  lifecycle: key(anyMapping, 'Hooks after the start and before the end.'),
  stdin: key(z.boolean(), 'Keeps its input open.'),
  stdinOnce: key(z.boolean(), 'Closes the input after the first session.'),
  terminationMessagePath: key(z.string(), 'File with its last words.'),
  terminationMessagePolicy: key(z.string(), 'Where its last words come from.'),
  tty: key(z.boolean(), 'Gives it a terminal.'),
});

export const toleration = z.looseObject({
  key: key(z.string(), 'Taint that is tolerated.'),
  operator: key(z.enum(['Exists', 'Equal', 'Lt', 'Gt']), 'How the value is compared.'),
  value: key(z.string(), 'Value of the taint.'),
  effect: key(
    z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
    'Which effect is tolerated; empty for all.',
  ),
  tolerationSeconds: key(z.int(), 'For how long, with NoExecute.'),
});
