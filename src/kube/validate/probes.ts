import { type Faults, forbidden, invalid, invalidTexts, required, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  isPresent,
  listAt,
  numberAt,
  optionalNumber,
  structAt,
  structsAt,
  textAt,
} from '../fields.ts';
import { json } from '../go-text.ts';
import { httpHeaderComplaints } from '../names.ts';
import { nonNegative } from './metadata.ts';
import { portNumberOrName } from './ports.ts';

const SCHEMES = ['HTTP', 'HTTPS'];
const PROBE_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const LIFECYCLE_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];
const NUMBERS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
];

/** How long a pod has to end, which bounds how long a hook may sleep. */
export type GracePeriod = number | undefined;

/** The three probes of a container, in upstream's order. */
export function probes(container: Fields, path: FieldPath): Faults {
  return [
    ...probe(container, 'livenessProbe', path),
    ...probe(container, 'readinessProbe', path),
    ...probe(container, 'startupProbe', path),
  ];
}

function probe(container: Fields, name: string, within: FieldPath): Faults {
  const fields = structAt(container, name);
  if (fields === undefined) return [];
  const path = within.child(name);
  const period = optionalNumber(fields, 'terminationGracePeriodSeconds');
  const threshold = numberAt(fields, 'successThreshold');
  const atPeriod = (words: string) =>
    invalid(path.child('terminationGracePeriodSeconds'), String(period), words);
  return [
    ...handler(fields, PROBE_HANDLERS, undefined, path),
    ...NUMBERS.flatMap((number) => nonNegative(fields, number, path)),
    ...(period !== undefined && period <= 0 ? [atPeriod('must be greater than 0')] : []),
    ...(name !== 'readinessProbe' && threshold !== 1
      ? [invalid(path.child('successThreshold'), String(threshold), 'must be 1')]
      : []),
    ...(name === 'readinessProbe' && period !== undefined
      ? [atPeriod('must not be set for readinessProbes')]
      : []),
  ];
}

export function lifecycle(container: Fields, gracePeriod: GracePeriod, within: FieldPath): Faults {
  const fields = structAt(container, 'lifecycle');
  if (fields === undefined) return [];
  return ['postStart', 'preStop'].flatMap((name) => {
    const hook = structAt(fields, name);
    const path = within.child('lifecycle').child(name);
    return hook === undefined ? [] : handler(hook, LIFECYCLE_HANDLERS, gracePeriod, path);
  });
}

/** Exactly one of the handlers that are possible here. */
function handler(
  fields: Fields,
  names: readonly string[],
  gracePeriod: GracePeriod,
  path: FieldPath,
): Faults {
  const [first, ...others] = names.filter((name) => isPresent(fields, name));
  if (first === undefined) return [required(path, 'must specify a handler type')];
  return [
    ...action(first, structAt(fields, first) ?? {}, gracePeriod, path.child(first)),
    ...others.map((name) =>
      forbidden(path.child(name), 'may not specify more than 1 handler type'),
    ),
  ];
}

function action(name: string, fields: Fields, gracePeriod: GracePeriod, path: FieldPath): Faults {
  switch (name) {
    case 'exec':
      return listAt(fields, 'command').length > 0 ? [] : [required(path.child('command'))];
    case 'httpGet':
      return httpGet(fields, path);
    case 'sleep':
      return sleep(fields, gracePeriod, path);
    default:
      return portNumberOrName(fields.port, path.child('port'));
  }
}

function httpGet(fields: Fields, path: FieldPath): Faults {
  const scheme = textAt(fields, 'scheme');
  return [
    ...portNumberOrName(fields.port, path.child('port')),
    ...(SCHEMES.includes(scheme) ? [] : [unsupported(path.child('scheme'), json(scheme), SCHEMES)]),
    ...structsAt(fields, 'httpHeaders').flatMap((header, index) => {
      const name = textAt(header, 'name');
      const at = path.child('httpHeaders').within(index, 'name');
      return invalidTexts(at, name, httpHeaderComplaints(name));
    }),
  ];
}

function sleep(fields: Fields, gracePeriod: GracePeriod, path: FieldPath): Faults {
  const seconds = numberAt(fields, 'seconds');
  if (gracePeriod === undefined || (seconds >= 0 && seconds <= gracePeriod)) return [];
  return [
    invalid(
      path,
      String(seconds),
      `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`,
    ),
  ];
}
