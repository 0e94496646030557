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
import {
  type Fields,
  numberAt,
  optionalNumber,
  optionalText,
  structAt,
  structsAt,
  textAt,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { labelValueComplaints, qualifiedNameComplaints } from '../names.ts';
import { labelKeys } from './affinity.ts';
import { labelName, labelSelector } from './labels.ts';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const UNSATISFIABLE = ['DoNotSchedule', 'ScheduleAnyway'];
const NODE_POLICIES = ['Honor', 'Ignore'];

export function tolerations(spec: Fields, path: FieldPath): Faults {
  return structsAt(spec, 'tolerations').flatMap((toleration, index) => {
    const place = path.child('tolerations').index(index);
    const key = textAt(toleration, 'key');
    const effect = textAt(toleration, 'effect');
    return [
      ...(key === '' ? [] : labelName(key, place.child('key'))),
      ...tolerated(toleration, place),
      ...(effect === '' || EFFECTS.includes(effect)
        ? []
        : [unsupported(place.child('effect'), json(effect), EFFECTS)]),
    ];
  });
}

function tolerated(toleration: Fields, path: FieldPath): Faults {
  const operator = textAt(toleration, 'operator');
  const effect = textAt(toleration, 'effect');
  const place = path.child('operator');
  const seconds = optionalNumber(toleration, 'tolerationSeconds');
  return [
    ...(textAt(toleration, 'key') === '' && operator !== 'Exists'
      ? [
          invalid(
            place,
            json(operator),
            'operator must be Exists when `key` is empty, which means "match all values and all keys"',
          ),
        ]
      : []),
    ...(seconds !== undefined && effect !== 'NoExecute'
      ? [
          invalid(
            path.child('effect'),
            json(effect),
            "effect must be 'NoExecute' when `tolerationSeconds` is set",
          ),
        ]
      : []),
    ...toleratedValue(operator, textAt(toleration, 'value'), place),
  ];
}

function toleratedValue(operator: string, value: string, path: FieldPath): readonly Fault[] {
  switch (operator) {
    case '':
    case 'Equal': {
      const complaints = labelValueComplaints(value);
      return complaints.length === 0 ? [] : [invalid(path, quoted(value), complaints.join(';'))];
    }
    case 'Exists':
      return value === ''
        ? []
        : [invalid(path, quoted(value), "value must be empty when `operator` is 'Exists'")];
    case 'Lt':
    case 'Gt':
      return [unsupported(path, json(operator), ['Equal', 'Exists', 'Lt', 'Gt'])];
    default:
      return [unsupported(path, json(operator), ['Equal', 'Exists'])];
  }
}

export function topologySpread(spec: Fields, within: FieldPath): Faults {
  const constraints = structsAt(spec, 'topologySpreadConstraints');
  return constraints.flatMap((constraint, index) => {
    const path = within.child('topologySpreadConstraints').index(index);
    const key = textAt(constraint, 'topologyKey');
    const action = textAt(constraint, 'whenUnsatisfiable');
    const repeated = constraints
      .slice(index + 1)
      .some(
        (other) =>
          textAt(other, 'topologyKey') === key && textAt(other, 'whenUnsatisfiable') === action,
      );
    return [
      ...positive(numberAt(constraint, 'maxSkew'), path.child('maxSkew')),
      ...(key === '' ? [required(path.child('topologyKey'), 'can not be empty')] : []),
      ...(UNSATISFIABLE.includes(action)
        ? []
        : [unsupported(path.child('whenUnsatisfiable'), json(action), UNSATISFIABLE)]),
      ...(repeated
        ? [
            duplicate(
              path.child('{topologyKey, whenUnsatisfiable}', []),
              quoted(`{${key}, ${action}}`),
            ),
          ]
        : []),
      ...minDomains(constraint, action, path.child('minDomains')),
      ...nodePolicy(constraint, 'nodeAffinityPolicy', path),
      ...nodePolicy(constraint, 'nodeTaintsPolicy', path),
      ...labelKeys(constraint, path),
      ...labelSelector(structAt(constraint, 'labelSelector'), path.child('labelSelector')),
    ];
  });
}

function positive(value: number, path: FieldPath): readonly Fault[] {
  return value > 0 ? [] : [invalid(path, String(value), 'must be greater than zero')];
}

function minDomains(constraint: Fields, action: string, path: FieldPath): readonly Fault[] {
  const value = optionalNumber(constraint, 'minDomains');
  if (value === undefined) return [];
  const words = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`;
  return [
    ...positive(value, path),
    ...(action === 'DoNotSchedule' ? [] : [invalid(path, String(value), words)]),
  ];
}

function nodePolicy(constraint: Fields, name: string, path: FieldPath): readonly Fault[] {
  const policy = optionalText(constraint, name);
  return policy === undefined || NODE_POLICIES.includes(policy)
    ? []
    : [unsupported(path.child(name), json(policy), NODE_POLICIES)];
}

export function readinessGates(spec: Fields, path: FieldPath): Faults {
  return structsAt(spec, 'readinessGates').flatMap((gate, index) => {
    const type = textAt(gate, 'conditionType');
    const place = path.child('readinessGates').index(index).child('conditionType');
    return invalidTexts(place, type, qualifiedNameComplaints(type));
  });
}

export function schedulingGates(spec: Fields, path: FieldPath): Faults {
  const seen = new Set<string>();
  return structsAt(spec, 'schedulingGates').flatMap((gate, index) => {
    const name = textAt(gate, 'name');
    const place = path.child('schedulingGates').index(index);
    const repeated = seen.has(name);
    seen.add(name);
    return [
      ...invalidTexts(place, name, qualifiedNameComplaints(name)),
      ...(repeated ? [duplicate(place, quoted(name))] : []),
    ];
  });
}
