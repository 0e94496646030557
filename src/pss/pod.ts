/**
 * The parts of a Pod that the Pod Security Standards look at. Every field may be
 * absent, and `null` means absent too: that is how the API server decodes JSON.
 */

type Optional<T> = T | null | undefined;

export interface ProfileField {
  readonly type?: Optional<string>;
  readonly localhostProfile?: Optional<string>;
}

export interface SELinuxOptions {
  readonly type?: Optional<string>;
  readonly user?: Optional<string>;
  readonly role?: Optional<string>;
}

export interface WindowsOptions {
  readonly hostProcess?: Optional<boolean>;
}

/** What a pod's and a container's securityContext have in common. */
export interface CommonSecurityContext {
  readonly appArmorProfile?: Optional<ProfileField>;
  readonly seccompProfile?: Optional<ProfileField>;
  readonly seLinuxOptions?: Optional<SELinuxOptions>;
  readonly windowsOptions?: Optional<WindowsOptions>;
  readonly runAsNonRoot?: Optional<boolean>;
  readonly runAsUser?: Optional<number>;
}

export interface Sysctl {
  readonly name?: Optional<string>;
}

export interface PodSecurityContext extends CommonSecurityContext {
  readonly sysctls?: Optional<readonly Optional<Sysctl>[]>;
}

export interface Capabilities {
  readonly add?: Optional<readonly Optional<string>[]>;
  readonly drop?: Optional<readonly Optional<string>[]>;
}

export interface SecurityContext extends CommonSecurityContext {
  readonly allowPrivilegeEscalation?: Optional<boolean>;
  readonly capabilities?: Optional<Capabilities>;
  readonly privileged?: Optional<boolean>;
  readonly procMount?: Optional<string>;
}

export interface ContainerPort {
  readonly containerPort?: Optional<number>;
  readonly hostPort?: Optional<number>;
}

/** A probe or a lifecycle handler: the two ways in which either can name a host. */
export interface Handler {
  readonly httpGet?: Optional<{ readonly host?: Optional<string> }>;
  readonly tcpSocket?: Optional<{ readonly host?: Optional<string> }>;
}

export interface Lifecycle {
  readonly postStart?: Optional<Handler>;
  readonly preStop?: Optional<Handler>;
}

export interface Container {
  readonly name?: Optional<string>;
  readonly securityContext?: Optional<SecurityContext>;
  readonly ports?: Optional<readonly Optional<ContainerPort>[]>;
  readonly livenessProbe?: Optional<Handler>;
  readonly readinessProbe?: Optional<Handler>;
  readonly startupProbe?: Optional<Handler>;
  readonly lifecycle?: Optional<Lifecycle>;
}

/** The volume sources that the restricted level allows. */
export const ALLOWED_VOLUME_SOURCES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

/** The other volume sources of the API, in the order in which they are looked for. */
export const RESTRICTED_VOLUME_SOURCES = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'gitRepo',
  'nfs',
  'iscsi',
  'glusterfs',
  'rbd',
  'flexVolume',
  'cinder',
  'cephfs',
  'flocker',
  'fc',
  'azureFile',
  'vsphereVolume',
  'quobyte',
  'azureDisk',
  'photonPersistentDisk',
  'portworxVolume',
  'scaleIO',
  'storageos',
] as const;

type VolumeSource =
  | (typeof ALLOWED_VOLUME_SOURCES)[number]
  | (typeof RESTRICTED_VOLUME_SOURCES)[number];

export type Volume = { readonly name?: Optional<string> } & {
  readonly [source in VolumeSource]?: Optional<object>;
};

export type Annotations = Readonly<Record<string, Optional<string>>>;

export interface PodSpec {
  readonly containers?: Optional<readonly Optional<Container>[]>;
  readonly initContainers?: Optional<readonly Optional<Container>[]>;
  readonly ephemeralContainers?: Optional<readonly Optional<Container>[]>;
  readonly hostIPC?: Optional<boolean>;
  readonly hostNetwork?: Optional<boolean>;
  readonly hostPID?: Optional<boolean>;
  readonly hostUsers?: Optional<boolean>;
  readonly os?: Optional<{ readonly name?: Optional<string> }>;
  readonly securityContext?: Optional<PodSecurityContext>;
  readonly volumes?: Optional<readonly Optional<Volume>[]>;
}

/** A Pod, or the template of a workload: both have metadata and a spec. */
export interface Pod {
  readonly metadata?: Optional<{
    readonly name?: Optional<string>;
    readonly annotations?: Optional<Annotations>;
  }>;
  readonly spec?: Optional<PodSpec>;
}
