import type { GoType } from '../../src/kube/decode/types.ts';
import type { Json } from './bases.ts';

/** Values for a field of a type: of wrong types, empty, and at and beyond the usual limits. */
export function valuesFor(type: GoType, field: string): readonly Json[] {
  switch (type.kind) {
    case 'string':
      return [...texts(field), '', 7, true, ['x'], { x: 'y' }];
    case 'bool':
      return [true, false, 'true', 1, {}];
    case 'int32':
      return [-1, 0, 1, 511, 512, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 1.5, '1', true, []];
    case 'int64':
      return [-1, 0, 1, 100, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, 1.5, '1', {}];
    case 'list':
      return [[], [null], 'x', { x: 'y' }, 1];
    case 'map':
      return [{}, { 'a b': 'x' }, { a: null }, { a: true }, { 'x/y/z': 'a b' }, [], 'x'];
    case 'struct':
      return [{}, null, 'x', [], 1, { unheardOf: 1 }];
    default:
      return ['1', '-1', '1.5', '1500m', '0', 'x', '', 0, -1, 70000, 1.5, true, [], {}, null];
  }
}

/** Texts that are names of some kind and not of another, and words that fields know. */
function texts(field: string): readonly string[] {
  const words = WORDS[field] ?? [];
  return [
    ...words,
    'x',
    'Upper_Case',
    'a.b',
    '-a',
    '/a/../b',
    ' x',
    'a'.repeat(64),
    'a'.repeat(254),
  ];
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  type: ['RuntimeDefault', 'Localhost', 'Unconfined', 'Recreate', 'RollingUpdate', 'File'],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Equal'],
  effect: ['NoSchedule', 'NoExecute'],
  key: ['example.com/a', 'a/b/c', '/a'],
  restartPolicy: ['Always', 'OnFailure', 'Never'],
  dnsPolicy: ['None', 'Default'],
  protocol: ['TCP', 'udp'],
  imagePullPolicy: ['Always', 'always'],
  pullPolicy: ['Always', 'always'],
  procMount: ['Default', 'Unmasked'],
  fieldPath: [
    'metadata.name',
    "metadata.labels['a b']",
    "metadata.annotations['A']",
    "spec['x']",
    'spec.host',
    'status.phase',
  ],
  resource: ['limits.cpu', 'requests.memory', 'limits.hugepages-2Mi', 'cpu'],
  mountPropagation: ['Bidirectional', 'HostToContainer', 'None'],
  recursiveReadOnly: ['Enabled', 'Disabled'],
  name: ['data', 'agent', 'first', 'windows', 'linux'],
  mountPath: ['/data'],
  ip: ['10.0.0.1', '10.0.0.01', '::ffff:1.2.3.4', '2001:DB8::1', '::1', '1::2::3', '1.2.3'],
  scheme: ['HTTPS', 'http'],
  whenUnsatisfiable: ['DoNotSchedule'],
  signerName: ['kubernetes.io/a', 'example.com/a.b', 'example/a', 'a/b/c'],
  keyType: ['ED25519'],
  iqn: ['iqn.2001-04.com.example:storage', 'eui.0123456789abcdef', 'naa.1'],
  registry: ['a:1,b:2', 'a:1,b'],
  path: ['..a', '../a', 'a/b'],
  runAsUserName: ['a\\b', 'a\\b\\c', '..', 'a:b'],
  fsGroupChangePolicy: ['Always'],
  supplementalGroupsPolicy: ['Strict'],
  seLinuxChangePolicy: ['Recursive'],
  preemptionPolicy: ['Never'],
  terminationMessagePolicy: ['FallbackToLogsOnError'],
  cachingMode: ['None'],
  kind: ['Managed', 'Shared'],
  volumeMode: ['Block'],
  nodeAffinityPolicy: ['Honor'],
  action: ['Restart'],
  resourceName: ['cpu', 'disk'],
};
