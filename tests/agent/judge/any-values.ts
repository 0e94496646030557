import fc from 'fast-check';

/*
 * Random values of the chart and namespaces, as data: contexts that are partial, that break a
 * check under one reading of the chart only, or that nobody can read.
 */

/** Mostly the first, so that most files are in order but for a place or two. */
const mostly = <T>(value: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 24, arbitrary: fc.constant(value) },
    ...others.map((other) => ({ weight: 1, arbitrary: fc.constant(other) })),
  );

/** A whole context that is right, or whatever there is of one. */
const contextOf = <T>(whole: T, partial: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(whole) }, { weight: 1, arbitrary: partial });

const profile = mostly<unknown>(
  { type: 'RuntimeDefault' },
  { type: 'Unconfined' },
  { type: 'Localhost', localhostProfile: 'a.json' },
  {},
  'RuntimeDefault',
);

const safePod = {
  runAsNonRoot: true,
  runAsUser: 50000,
  seccompProfile: { type: 'RuntimeDefault' },
};
const safe = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

type Context = Readonly<Record<string, unknown>>;

const podContext: fc.Arbitrary<Context> = contextOf<Context>(
  safePod,
  fc.record(
    {
      runAsNonRoot: mostly<unknown>(true, false, 'yes'),
      runAsUser: mostly<unknown>(50000, 0, 'root'),
      fsGroup: fc.constant(50000),
      seccompProfile: profile,
    },
    { requiredKeys: [] },
  ),
);

const containerContext: fc.Arbitrary<Context> = contextOf<Context>(
  safe,
  fc.record(
    {
      allowPrivilegeEscalation: mostly<unknown>(false, true, null),
      readOnlyRootFilesystem: fc.boolean(),
      privileged: mostly<unknown>(false, true),
      procMount: mostly('Default', 'Unmasked'),
      capabilities: mostly<unknown>(
        { drop: ['ALL'] },
        { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
        { drop: ['ALL'], add: ['SYS_ADMIN'] },
        { drop: 'ALL' },
        {},
      ),
      runAsUser: mostly(50000, 0),
      runAsNonRoot: mostly(true, false),
    },
    { requiredKeys: [] },
  ),
);

const container = fc.record(
  {
    name: mostly(undefined, 'worker', ''),
    image: fc.constant('registry.example.com/extra:1'),
    securityContext: containerContext,
    ports: mostly<unknown>([{ containerPort: 8080 }], [{ containerPort: 80, hostPort: 80 }]),
  },
  { requiredKeys: ['name', 'image', 'securityContext'] },
);

/** Containers with a name of their own each, but for some. */
const containers = (prefix: string) =>
  fc
    .array(container, { maxLength: 2 })
    .map((all) => all.map((one, index) => ({ ...one, name: one.name ?? `${prefix}-${index}` })));

const component = fc.record(
  {
    podSecurityContext: fc.option(podContext),
    containerSecurityContext: fc.option(containerContext),
    volumes: mostly<unknown>(
      [{ name: 'tmp', emptyDir: {} }],
      [{ name: 'tmp', hostPath: { path: '/tmp' } }],
    ),
    volumeMounts: mostly<unknown>(
      [{ name: 'tmp', mountPath: '/tmp' }],
      [{ name: 'gone', mountPath: '/tmp' }],
    ),
    initContainers: containers('init'),
    extraContainers: containers('extra'),
  },
  { requiredKeys: ['volumes'] },
);

const worker = fc
  .tuple(component, fc.constantFrom('w', 'heavy'))
  .map(([rest, name]) => ({ name, ...rest }));

/** values.yaml, as JSON: that is YAML, too. */
export const anyValues: fc.Arbitrary<string> = fc
  .record(
    {
      namespace: fc.constant('agents'),
      image: mostly('registry.example.com/agent:1', ' registry.example.com/agent:1'),
      podSecurityContext: podContext,
      containerSecurityContext: containerContext,
      workers: fc.oneof(
        { weight: 12, arbitrary: fc.array(worker, { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant({}) },
      ),
      dagProcessor: fc.option(component, { freq: 12 }),
      triggerer: component,
      loggingSidecar: fc.record(
        {
          enabled: fc.boolean(),
          name: fc.constant('vector'),
          image: fc.constant('timberio/vector:1'),
          securityContext: fc.option(containerContext, { freq: 6 }),
        },
        { requiredKeys: ['name', 'image', 'enabled'] },
      ),
      sentinel: fc.oneof(
        component.map((own) => ({
          ...own,
          podSecurityContext: safePod,
          containerSecurityContext: safe,
        })),
        component,
        fc.constant({ enabled: false }),
      ),
    },
    {
      requiredKeys: [
        'namespace',
        'image',
        'podSecurityContext',
        'containerSecurityContext',
        'workers',
        'triggerer',
        'sentinel',
      ],
    },
  )
  .map((data) => JSON.stringify(data));

const level = fc.constantFrom(
  'restricted',
  'baseline',
  'restricted',
  'privileged',
  'baseline',
  'strict',
);
const version = mostly('latest', 'v1.0', 'v1.22', 'v1.34', 'newest');

/** namespace.yaml with any policy, readable or not. */
export const anyNamespace: fc.Arbitrary<string> = fc
  .record(
    {
      enforce: level,
      'enforce-version': version,
      audit: level,
      'audit-version': version,
      warn: level,
      'warn-version': version,
    },
    { requiredKeys: [] },
  )
  .map((labels) => {
    const named = Object.entries(labels).map(([key, value]) => [
      `pod-security.kubernetes.io/${key}`,
      value,
    ]);
    const metadata = { name: 'agents', labels: Object.fromEntries(named) };
    return JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata });
  });
