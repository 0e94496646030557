import type { FieldPath } from '../field-path.ts';
import { type Fields, numberAt, structsAt, textAt } from '../fields.ts';
import { quoted } from '../go-text.ts';
import { containersOf } from '../validate/visit.ts';
import { type Warning, type Warnings, warningAt } from './warning.ts';

interface PlacedPort {
  readonly port: Fields;
  readonly path: FieldPath;
}

function portsOf(spec: Fields, path: FieldPath): readonly PlacedPort[] {
  return containersOf(spec, path).flatMap(({ container, path: place }) =>
    structsAt(container, 'ports').map((port, index) => ({
      port,
      path: place.child('ports').index(index),
    })),
  );
}

/** Ports that are there twice, or nearly. */
export function portWarnings(spec: Fields, specPath: FieldPath): Warnings {
  const seen = new Map<string, PlacedPort[]>();
  return portsOf(spec, specPath).flatMap((placed) => {
    const { port, path } = placed;
    const key = `${numberAt(port, 'containerPort')}/${textAt(port, 'protocol')}`;
    const others = seen.get(key) ?? [];
    seen.set(key, [...others, placed]);
    return [...hostIpAlone(port, path), ...others.flatMap((other) => clash(placed, other))];
  });
}

function hostIpAlone(port: Fields, path: FieldPath): readonly Warning[] {
  if (textAt(port, 'hostIP') === '' || numberAt(port, 'hostPort') !== 0) return [];
  const printed = [
    `Name:${textAt(port, 'name')}`,
    'HostPort:0',
    `ContainerPort:${numberAt(port, 'containerPort')}`,
    `Protocol:${textAt(port, 'protocol')}`,
    `HostIP:${textAt(port, 'hostIP')}`,
  ];
  return [warningAt(path, `hostIP set without hostPort: {${printed.join(' ')}}`)];
}

function clash(placed: PlacedPort, other: PlacedPort): readonly Warning[] {
  const kind = clashKind(placed.port, other.port);
  return kind === undefined
    ? []
    : [warningAt(placed.path, `${kind} port definition with ${other.path.text}`)];
}

function clashKind(a: Fields, b: Fields): string | undefined {
  const [addressA, addressB] = [textAt(a, 'hostIP'), textAt(b, 'hostIP')];
  const [portA, portB] = [numberAt(a, 'hostPort'), numberAt(b, 'hostPort')];
  if (addressA === addressB && portA === portB) return 'duplicate';
  if (portA === 0 || portB === 0) return 'overlapping';
  const oneIsOpen = (addressA === '') !== (addressB === '');
  return portA === portB && oneIsOpen ? 'dangerously ambiguous' : undefined;
}

export function portNameWarnings(spec: Fields, specPath: FieldPath): Warnings {
  const first = new Map<string, string>();
  return portsOf(spec, specPath).flatMap(({ port, path }) => {
    const name = textAt(port, 'name');
    if (name === '') return [];
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, path.text);
      return [];
    }
    const words = `duplicate port name ${quoted(name)} with ${other}, services and probes that select ports by name will use ${other}`;
    return [warningAt(path, words)];
  });
}
