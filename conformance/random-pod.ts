import { ALLOWED_VOLUME_SOURCES, RESTRICTED_VOLUME_SOURCES } from '../src/pss/pod.ts';
import type { Random } from './random.ts';

/**
 * Pods that are nearly valid: each starts as one that the restricted level allows, and a few of
 * its fields get another value: an allowed one, a forbidden one, null, or rarely one of a wrong
 * type. Pods made of noise alone would all fail the same few checks.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };
type Mutation = (random: Random, pod: Draft) => void;

/** A pod in the making, with the parts that mutations reach for. */
interface Draft {
  readonly annotations: JsonObject;
  readonly spec: JsonObject;
  readonly security: JsonObject;
  readonly containers: readonly JsonObject[];
}

export function randomPod(random: Random): JsonObject {
  const annotations: JsonObject = {};
  const security: JsonObject = {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  };
  const spec: JsonObject = { securityContext: security };
  const containers: JsonObject[] = [];
  addContainers(random, spec, containers, 'containers', 1 + random.below(2));
  if (random.oneIn(3)) addContainers(random, spec, containers, 'initContainers', 1);
  if (random.oneIn(6)) addContainers(random, spec, containers, 'ephemeralContainers', 1);

  const draft = { annotations, spec, security, containers };
  for (let left = random.below(6); left > 0; left -= 1)
    random.pick(anyField, ...MUTATIONS)(random, draft);

  const pod: JsonObject = { metadata: { name: 'p', annotations }, spec };
  if (random.oneIn(25)) spoil(random, pod);
  return pod;
}

function addContainers(
  random: Random,
  spec: JsonObject,
  all: JsonObject[],
  list: string,
  count: number,
): void {
  const added = Array.from(
    { length: count },
    (): JsonObject => ({
      name: name(random),
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    }),
  );
  spec[list] = added;
  all.push(...added);
}

const MUTATIONS: readonly Mutation[] = [
  anyField,
  anyField,
  anyField,
  anyField,
  (random, { spec }) => {
    spec[random.pick('hostNetwork', 'hostPID', 'hostIPC')] = flag(random);
  },
  (random, { spec }) => {
    spec.hostUsers = flag(random);
  },
  (random, { spec }) => {
    spec.os = random.pick<Json>(null, {}, { name: random.pick('windows', 'linux', 'Windows') });
  },
  (random, { spec }) => {
    const volume = () => randomVolume(random);
    spec.volumes = Array.from({ length: random.below(4) }, volume);
  },
  (random, { security }) => {
    security.sysctls = Array.from({ length: random.below(4) }, () => ({ name: sysctl(random) }));
  },
  (random, { annotations }) => {
    const prefix = random.pick('apparmor.security.beta', 'seccomp.security.alpha', 'other');
    annotations[`container.${prefix}.kubernetes.io/${name(random)}`] = annotation(random);
  },
  (random, { annotations }) => {
    annotations['seccomp.security.alpha.kubernetes.io/pod'] = annotation(random);
  },
  (random, { security, containers }) => {
    delete random.pick(security, ...containers.map(contextOf))[
      random.pick('runAsNonRoot', 'seccompProfile')
    ];
  },
  (random, { containers }) => {
    anyOf(random, containers).securityContext = random.pick<Json>(null, {});
  },
  (random, { containers }) => {
    anyOf(random, containers).ports = Array.from({ length: random.below(4) }, () => ({
      containerPort: 80,
      hostPort: random.pick<Json>(0, null, 80, 443, 8080, 10_000, 9, -1),
    }));
  },
  (random, { containers }) => {
    const probe = random.pick('livenessProbe', 'readinessProbe', 'startupProbe');
    anyOf(random, containers)[probe] = handler(random);
  },
  (random, { containers }) => {
    anyOf(random, containers).lifecycle = random.pick<Json>(
      null,
      { preStop: handler(random) },
      { postStart: handler(random), preStop: handler(random) },
    );
  },
  (random, { containers }) => {
    contextOf(anyOf(random, containers)).capabilities = random.pick<Json>(null, {
      add: random.pick<Json>(
        null,
        [],
        [capability(random)],
        [capability(random), capability(random)],
      ),
      drop: random.pick<Json>(null, [], ['ALL'], ['KILL', 'ALL'], ['all'], [null, 'ALL']),
    });
  },
  (random, { containers }) => {
    const context = contextOf(anyOf(random, containers));
    context[random.pick('privileged', 'allowPrivilegeEscalation')] = flag(random);
  },
  (random, { containers }) => {
    const context = contextOf(anyOf(random, containers));
    context.procMount = random.pick<Json>('Default', null, '', 'Unmasked', 'default');
  },
];

/** One of the fields that a pod's securityContext and a container's have in common. */
function anyField(random: Random, { security, containers }: Draft): void {
  const context = random.pick(security, ...containers.map(contextOf));
  random.pick(
    () => {
      context.runAsNonRoot = flag(random);
    },
    () => {
      context.runAsUser = random.pick<Json>(0, null, 1, 1000, 65_534, -1);
    },
    () => {
      context.seccompProfile = profile(random);
    },
    () => {
      context.appArmorProfile = profile(random);
    },
    () => {
      context.windowsOptions = random.pick<Json>(null, {}, { hostProcess: flag(random) });
    },
    () => {
      context.seLinuxOptions = random.pick<Json>(null, {
        type: random.pick<Json>('', null, 'container_t', 'container_engine_t', text(random)),
        user: random.pick<Json>('', null, text(random)),
        role: random.pick<Json>('', null, text(random)),
        level: 's0',
      });
    },
  )();
}

function contextOf(container: JsonObject): JsonObject {
  const context = container.securityContext;
  if (typeof context === 'object' && context !== null && !Array.isArray(context)) return context;
  const created: JsonObject = {};
  container.securityContext = created;
  return created;
}

function anyOf(random: Random, containers: readonly JsonObject[]): JsonObject {
  return containers[random.below(containers.length)] ?? {};
}

function randomVolume(random: Random): Json {
  if (random.oneIn(20)) return null;
  const volume: JsonObject = { name: name(random) };
  for (let left = random.below(3); left > 0; left -= 1) {
    const source = random.oneIn(2)
      ? random.pick(...ALLOWED_VOLUME_SOURCES)
      : random.pick(...RESTRICTED_VOLUME_SOURCES);
    volume[random.oneIn(12) ? 'madeUp' : source] = random.oneIn(8) ? null : {};
  }
  return volume;
}

function flag(random: Random): Json {
  return random.pick<Json>(true, false, null);
}

function profile(random: Random): Json {
  const type = random.pick<Json>('RuntimeDefault', 'Localhost', 'Unconfined', null, text(random));
  return random.pick<Json>({ type }, { type }, { type }, {}, null);
}

function handler(random: Random): Json {
  const host = random.pick<Json>('', null, 'h', '127.0.0.1', text(random));
  const target = { port: 80, host };
  return random.pick<Json>({ httpGet: target }, { tcpSocket: target }, { grpc: { port: 1 } }, null);
}

function annotation(random: Random): Json {
  return random.pick<Json>(
    'unconfined',
    'runtime/default',
    'docker/default',
    'localhost/x',
    null,
    text(random),
  );
}

function capability(random: Random): Json {
  return random.pick<Json>(
    'NET_BIND_SERVICE',
    'CHOWN',
    'SYS_ADMIN',
    'NET_RAW',
    'ALL',
    null,
    text(random),
  );
}

function sysctl(random: Random): Json {
  return random.pick<Json>(
    'kernel.shm_rmid_forced',
    'net.ipv4.ip_local_reserved_ports',
    'net.ipv4.tcp_keepalive_time',
    'net.ipv4.tcp_rmem',
    'net.ipv4.tcp_notsent_lowat',
    'kernel.msgmax',
    null,
    text(random),
  );
}

function name(random: Random): string {
  return random.pick('a', 'b', 'c', 'agent', text(random));
}

/** Text that is hard to sort or to quote. */
function text(random: Random): string {
  const pieces = [
    '',
    'x',
    'Z',
    '"',
    '\\',
    '\n',
    '\u0000',
    '\u007f',
    '\u00a0',
    'é',
    '\ufb01',
    '😀',
    '\u2028',
  ];
  return Array.from({ length: random.below(4) }, () => random.pick('a', ...pieces)).join('');
}

/** Gives one value, somewhere in the pod, a value that may not belong there. */
function spoil(random: Random, pod: JsonObject): void {
  const places: (() => void)[] = [];
  const wrong = random.pick<Json>(
    'text',
    true,
    7,
    1.5,
    2 ** 31,
    2 ** 63,
    [],
    {},
    ['x'],
    { x: 1 },
    null,
  );

  function collect(value: Json): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        places.push(() => {
          value[index] = wrong;
        });
        collect(item);
      }
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      if (isUnread(key)) continue;
      places.push(() => {
        value[key] = wrong;
      });
      collect(item);
    }
  }

  collect(pod);
  places[random.below(places.length)]?.();
}

/** Keys whose values no check reads: a wrong type there would fail in the API server alone. */
function isUnread(key: string): boolean {
  return ['grpc', 'level', 'madeUp', 'port'].includes(key);
}
