import { ALLOWED_VOLUME_SOURCES, RESTRICTED_VOLUME_SOURCES } from './pod.ts';

/** A field whose value has a type that the API server couldn't decode. */
export interface ShapeError {
  readonly path: readonly (string | number)[];
  /** What the field takes, in words: `a list`, `true or false`. */
  readonly expected: string;
  /** What it has, in words: `a string`. */
  readonly found: string;
}

type Shape =
  | { readonly type: 'string' | 'boolean' | 'int32' | 'int64' | 'object' }
  | { readonly type: 'list'; readonly items: Shape }
  | { readonly type: 'map'; readonly values: Shape }
  | { readonly type: 'struct'; readonly fields: readonly (readonly [name: string, Shape])[] };

const STRING: Shape = { type: 'string' };
const BOOLEAN: Shape = { type: 'boolean' };
const INT32: Shape = { type: 'int32' };
const INT64: Shape = { type: 'int64' };
const OBJECT: Shape = { type: 'object' };

const list = (items: Shape): Shape => ({ type: 'list', items });
const map = (values: Shape): Shape => ({ type: 'map', values });
const struct = (fields: Readonly<Record<string, Shape>>): Shape => ({
  type: 'struct',
  fields: Object.entries(fields),
});

const PROFILE = struct({ type: STRING, localhostProfile: STRING });

const COMMON_CONTEXT = {
  appArmorProfile: PROFILE,
  seccompProfile: PROFILE,
  seLinuxOptions: struct({ type: STRING, user: STRING, role: STRING }),
  windowsOptions: struct({ hostProcess: BOOLEAN }),
  runAsNonRoot: BOOLEAN,
  runAsUser: INT64,
};

const HANDLER = struct({
  httpGet: struct({ host: STRING }),
  tcpSocket: struct({ host: STRING }),
});

const CONTAINERS = list(
  struct({
    name: STRING,
    securityContext: struct({
      ...COMMON_CONTEXT,
      allowPrivilegeEscalation: BOOLEAN,
      capabilities: struct({ add: list(STRING), drop: list(STRING) }),
      privileged: BOOLEAN,
      procMount: STRING,
    }),
    ports: list(struct({ containerPort: INT32, hostPort: INT32 })),
    livenessProbe: HANDLER,
    readinessProbe: HANDLER,
    startupProbe: HANDLER,
    lifecycle: struct({ postStart: HANDLER, preStop: HANDLER }),
  }),
);

const SOURCES = [...ALLOWED_VOLUME_SOURCES, ...RESTRICTED_VOLUME_SOURCES];

const POD = struct({
  metadata: struct({ name: STRING, annotations: map(STRING) }),
  spec: struct({
    containers: CONTAINERS,
    initContainers: CONTAINERS,
    ephemeralContainers: CONTAINERS,
    hostIPC: BOOLEAN,
    hostNetwork: BOOLEAN,
    hostPID: BOOLEAN,
    hostUsers: BOOLEAN,
    os: struct({ name: STRING }),
    securityContext: struct({ ...COMMON_CONTEXT, sysctls: list(struct({ name: STRING })) }),
    volumes: list(
      struct({
        name: STRING,
        ...Object.fromEntries(SOURCES.map((source) => [source, OBJECT])),
      }),
    ),
  }),
});

/**
 * The fields among those that the checks and the defaults read whose values have the wrong type.
 * Null fits everywhere: the API server takes it for a field that isn't there.
 */
export function shapeErrors(pod: unknown): readonly ShapeError[] {
  const errors: ShapeError[] = [];
  if (pod === null || pod === undefined) {
    errors.push({ path: [], expected: WORDS.object, found: 'nothing' });
  }
  visit(pod, POD, [], errors);
  return errors;
}

const WORDS = {
  string: 'a string',
  boolean: 'true or false',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number of 64 bits',
  list: 'a list',
  object: 'an object',
  map: 'an object',
  struct: 'an object',
};

function visit(value: unknown, shape: Shape, path: ShapeError['path'], errors: ShapeError[]): void {
  if (value === null || value === undefined) return;
  switch (shape.type) {
    case 'list':
      if (!Array.isArray(value)) break;
      for (const [index, item] of value.entries()) {
        visit(item, shape.items, [...path, index], errors);
      }
      return;
    case 'map':
      if (!isObject(value)) break;
      for (const [key, item] of Object.entries(value)) {
        visit(item, shape.values, [...path, key], errors);
      }
      return;
    case 'struct':
      if (!isObject(value)) break;
      for (const [key, field] of shape.fields) visit(value[key], field, [...path, key], errors);
      return;
    default:
      if (fits(value, shape.type)) return;
  }
  errors.push({ path, expected: WORDS[shape.type], found: describe(value) });
}

function fits(
  value: NonNullable<unknown>,
  type: 'string' | 'boolean' | 'int32' | 'int64' | 'object',
): boolean {
  switch (type) {
    case 'int32':
      return isInteger(value, 2 ** 31);
    case 'int64':
      return isInteger(value, 2 ** 63);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function isInteger(value: unknown, limit: number): boolean {
  return Number.isInteger(value) && Number(value) >= -limit && Number(value) < limit;
}

function isObject(value: NonNullable<unknown>): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a string' : String(value);
}
