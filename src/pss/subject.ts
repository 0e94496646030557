import { ALWAYS, MENTIONS } from './mentions.ts';
import type { Pod } from './pod.ts';
import { type Fields, isSet, listOf, NO_FIELDS, NO_ITEMS, objectOf, textOf } from './values.ts';

/**
 * A pod made ready for the checks: one pass over each of its objects sorts what the checks read
 * into records. Parsed objects come in as many shapes as there are ways to write a pod, and a
 * field that has to be looked up in all of them costs many times that of a record.
 *
 * A field of type unknown is as the pod has it; objects and lists that are absent are empty.
 */
export class Subject {
  readonly annotations: Fields = NO_FIELDS;
  readonly hostIPC: unknown;
  readonly hostNetwork: unknown;
  readonly hostPID: unknown;
  readonly hostUsers: unknown;
  readonly os: Fields = NO_FIELDS;
  readonly security: SecurityFields = NO_SECURITY;
  readonly volumes: readonly unknown[] = NO_ITEMS;
  /** Init containers, then containers, then ephemeral containers: the order of all messages. */
  readonly containers: readonly SubjectContainer[];
  /** Bits of MENTIONS and ALWAYS, of the containers too. */
  readonly mentions: number = ALWAYS;

  constructor(metadata: Fields, spec: Fields) {
    if (isSet(metadata.annotations)) {
      this.annotations = objectOf(metadata.annotations);
      this.mentions |= MENTIONS.annotations;
    }
    let initContainers: unknown;
    let containers: unknown;
    let ephemeralContainers: unknown;
    for (const key in spec) {
      const value = spec[key];
      switch (key) {
        case 'containers':
          containers = value;
          break;
        case 'ephemeralContainers':
          ephemeralContainers = value;
          break;
        case 'hostIPC':
          this.hostIPC = value;
          this.mentions |= MENTIONS.hostIPC;
          break;
        case 'hostNetwork':
          this.hostNetwork = value;
          this.mentions |= MENTIONS.hostNetwork;
          break;
        case 'hostPID':
          this.hostPID = value;
          this.mentions |= MENTIONS.hostPID;
          break;
        case 'hostUsers':
          this.hostUsers = value;
          break;
        case 'initContainers':
          initContainers = value;
          break;
        case 'os':
          this.os = objectOf(value);
          break;
        case 'securityContext':
          this.security = new SecurityFields(objectOf(value));
          this.mentions |= this.security.mentions;
          break;
        case 'volumes':
          this.volumes = listOf(value);
          this.mentions |= MENTIONS.volumes;
          break;
      }
    }
    const all: SubjectContainer[] = [];
    addContainers(all, 'initContainers', initContainers);
    addContainers(all, 'containers', containers);
    addContainers(all, 'ephemeralContainers', ephemeralContainers);
    for (const container of all) this.mentions |= container.mentions;
    this.containers = all;
  }
}

/** What the checks read of a container, and where it stands in the pod. */
export class SubjectContainer {
  readonly list: ContainerList;
  readonly index: number;
  readonly name: string = '';
  readonly lifecycle: Fields = NO_FIELDS;
  readonly livenessProbe: unknown;
  readonly ports: readonly unknown[] = NO_ITEMS;
  readonly readinessProbe: unknown;
  readonly security: SecurityFields = NO_SECURITY;
  readonly startupProbe: unknown;
  readonly mentions: number = 0;

  constructor(container: Fields, list: ContainerList, index: number) {
    this.list = list;
    this.index = index;
    for (const key in container) {
      const value = container[key];
      switch (key) {
        case 'lifecycle':
          this.lifecycle = objectOf(value);
          this.mentions |= MENTIONS.lifecycle;
          break;
        case 'livenessProbe':
          this.livenessProbe = value;
          this.mentions |= MENTIONS.probes;
          break;
        case 'name':
          this.name = textOf(value);
          break;
        case 'ports':
          this.ports = listOf(value);
          this.mentions |= MENTIONS.ports;
          break;
        case 'readinessProbe':
          this.readinessProbe = value;
          this.mentions |= MENTIONS.probes;
          break;
        case 'securityContext':
          this.security = new SecurityFields(objectOf(value));
          this.mentions |= this.security.mentions;
          break;
        case 'startupProbe':
          this.startupProbe = value;
          this.mentions |= MENTIONS.probes;
          break;
      }
    }
  }
}

type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/** What the checks read of a securityContext, be it the pod's or a container's. */
export class SecurityFields {
  readonly allowPrivilegeEscalation: unknown;
  readonly appArmorProfile: unknown;
  readonly capabilities: unknown;
  readonly privileged: unknown;
  readonly procMount: unknown;
  readonly runAsNonRoot: unknown;
  readonly runAsUser: unknown;
  readonly seccompProfile: unknown;
  readonly seLinuxOptions: unknown;
  readonly sysctls: unknown;
  readonly windowsOptions: unknown;
  readonly mentions: number = 0;

  constructor(context: Fields) {
    for (const key in context) {
      const value = context[key];
      switch (key) {
        case 'allowPrivilegeEscalation':
          this.allowPrivilegeEscalation = value;
          break;
        case 'appArmorProfile':
          this.appArmorProfile = value;
          this.mentions |= MENTIONS.appArmorProfile;
          break;
        case 'capabilities':
          this.capabilities = value;
          this.mentions |= MENTIONS.capabilities;
          break;
        case 'privileged':
          this.privileged = value;
          this.mentions |= MENTIONS.privileged;
          break;
        case 'procMount':
          this.procMount = value;
          this.mentions |= MENTIONS.procMount;
          break;
        case 'runAsNonRoot':
          this.runAsNonRoot = value;
          break;
        case 'runAsUser':
          this.runAsUser = value;
          this.mentions |= MENTIONS.runAsUser;
          break;
        case 'seccompProfile':
          this.seccompProfile = value;
          this.mentions |= MENTIONS.seccompProfile;
          break;
        case 'seLinuxOptions':
          this.seLinuxOptions = value;
          this.mentions |= MENTIONS.seLinuxOptions;
          break;
        case 'sysctls':
          this.sysctls = value;
          this.mentions |= MENTIONS.sysctls;
          break;
        case 'windowsOptions':
          this.windowsOptions = value;
          this.mentions |= MENTIONS.windowsOptions;
          break;
      }
    }
  }
}

const NO_SECURITY = new SecurityFields(NO_FIELDS);

/** Prepares any pod, also one whose fields have the wrong types: those count as absent. */
export function subjectOf(pod: Pod): Subject {
  const { metadata, spec } = objectOf(pod);
  return new Subject(objectOf(metadata), objectOf(spec));
}

function addContainers(all: SubjectContainer[], list: ContainerList, value: unknown): void {
  const items = listOf(value);
  for (let index = 0; index < items.length; index += 1) {
    all.push(new SubjectContainer(objectOf(items[index]), list, index));
  }
}
