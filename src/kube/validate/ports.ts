import {
  duplicate,
  type Fault,
  type Faults,
  invalid,
  invalidTexts,
  required,
  unsupported,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, numberAt, structsAt, textAt } from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { portNameComplaints } from '../names.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const PORT_RANGE = 'must be between 1 and 65535, inclusive';

export function ports(container: Fields, path: FieldPath): Faults {
  const names = new Set<string>();
  return structsAt(container, 'ports').flatMap((port, index) => {
    const place = path.index(index);
    const containerPort = numberAt(port, 'containerPort');
    const hostPort = numberAt(port, 'hostPort');
    const protocol = textAt(port, 'protocol');
    return [
      ...portName(textAt(port, 'name'), names, place.child('name')),
      ...(containerPort === 0
        ? [required(place.child('containerPort'))]
        : portNumber(containerPort, place.child('containerPort'))),
      ...(hostPort === 0 ? [] : portNumber(hostPort, place.child('hostPort'))),
      ...(PROTOCOLS.includes(protocol)
        ? []
        : [unsupported(place.child('protocol'), json(protocol), PROTOCOLS)]),
    ];
  });
}

function portName(name: string, names: Set<string>, path: FieldPath): Faults {
  if (name === '') return [];
  const complaints = portNameComplaints(name);
  if (complaints.length > 0) return invalidTexts(path, name, complaints);
  if (names.has(name)) return [duplicate(path, quoted(name))];
  names.add(name);
  return [];
}

export function portNumber(port: number, path: FieldPath): Faults {
  return port >= 1 && port <= 65535 ? [] : [invalid(path, String(port), PORT_RANGE)];
}

/** A port as probes name it: by number or by name. */
export function portNumberOrName(port: unknown, path: FieldPath): Faults {
  if (typeof port === 'string') return invalidTexts(path, port, portNameComplaints(port));
  return portNumber(typeof port === 'number' ? port : 0, path);
}

/** No two ports of these containers may want the same port of the node. */
export function hostPortConflicts(containers: readonly (readonly [Fields, FieldPath])[]): Faults {
  const taken = new Set<string>();
  return containers.flatMap(([container, path]) =>
    structsAt(container, 'ports').flatMap((port, index): Fault[] => {
      const hostPort = numberAt(port, 'hostPort');
      if (hostPort === 0) return [];
      const text = `${textAt(port, 'protocol')}/${textAt(port, 'hostIP')}/${hostPort}`;
      if (taken.has(text)) {
        return [duplicate(path.child('ports').index(index).child('hostPort'), quoted(text))];
      }
      taken.add(text);
      return [];
    }),
  );
}

/** On the node's network a container's port is the node's; in a template it may be left open. */
export function hostNetworkPorts(spec: Fields, path: FieldPath, isPod: boolean): Faults {
  if (spec.hostNetwork !== true) return [];
  return structsAt(spec, 'containers').flatMap((container, index) =>
    structsAt(container, 'ports').flatMap((port, at): Fault[] => {
      const hostPort = numberAt(port, 'hostPort');
      if (hostPort === numberAt(port, 'containerPort') || (!isPod && hostPort === 0)) return [];
      const place = path.child('containers').index(index).child('ports').index(at);
      const words = 'must match `containerPort` when `hostNetwork` is true';
      return [invalid(place.child('hostPort'), String(hostPort), words)];
    }),
  );
}
