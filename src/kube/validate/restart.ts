import {
  duplicate,
  type Fault,
  type Faults,
  invalid,
  required,
  tooMany,
  unsupported,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, listAt, optionalText, structAt, structsAt, textAt } from '../fields.ts';
import { json } from '../go-text.ts';

const RESTART_POLICIES = ['Always', 'Never', 'OnFailure'];
const RESTART_ACTIONS = ['Restart', 'RestartAllContainers'];
const EXIT_CODE_OPERATORS = ['In', 'NotIn'];
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;

/** When a container is started again, and when its pod is. */
export function restartPolicy(container: Fields, path: FieldPath): Faults {
  const policy = optionalText(container, 'restartPolicy');
  const rules = structsAt(container, 'restartPolicyRules');
  const place = path.child('restartPolicy');
  const missing = required(place, 'must specify restartPolicy when restart rules are used');
  if (policy === undefined && rules.length === 0) return [];
  return [
    ...(policy === undefined ? [missing] : []),
    ...(policy === undefined || RESTART_POLICIES.includes(policy)
      ? []
      : [unsupported(place, json(policy), RESTART_POLICIES)]),
    ...(rules.length > MOST_RULES
      ? [tooMany(path.child('restartPolicyRules'), rules.length, MOST_RULES)]
      : []),
    ...rules.flatMap((rule, index) =>
      restartRule(rule, path.child('restartPolicyRules').index(index)),
    ),
  ];
}

/** Of init containers without a policy the rules are not looked at. */
export function initRestartPolicy(container: Fields, path: FieldPath): Faults {
  return optionalText(container, 'restartPolicy') === undefined
    ? restartPolicy(container, path).slice(0, 1)
    : restartPolicy(container, path);
}

function restartRule(rule: Fields, path: FieldPath): readonly Fault[] {
  const action = textAt(rule, 'action');
  const codes = structAt(rule, 'exitCodes');
  const place = path.child('exitCodes');
  const operator = textAt(codes ?? {}, 'operator');
  const values = listAt(codes ?? {}, 'values');
  return [
    ...(RESTART_ACTIONS.includes(action)
      ? []
      : [unsupported(path.child('action'), json(action), RESTART_ACTIONS)]),
    ...(codes === undefined ? [required(place, 'must be specified')] : []),
    ...(codes === undefined || EXIT_CODE_OPERATORS.includes(operator)
      ? []
      : [unsupported(place.child('operator'), json(operator), EXIT_CODE_OPERATORS)]),
    ...(values.length > MOST_EXIT_CODES
      ? [tooMany(place.child('values'), values.length, MOST_EXIT_CODES)]
      : []),
  ];
}

/** Only sidecars can be restarted to get other resources. */
export function onlyWithoutRestart(container: Fields, path: FieldPath): readonly Fault[] {
  return structsAt(container, 'resizePolicy').flatMap((policy, index) =>
    textAt(policy, 'restartPolicy') === 'RestartContainer'
      ? [
          invalid(
            path.child('resizePolicy').index(index).child('restartPolicy'),
            json('RestartContainer'),
            "must not be set to 'RestartContainer' for non-sidecar initContainers",
          ),
        ]
      : [],
  );
}

export function resizePolicy(container: Fields, podPolicy: string, path: FieldPath): Faults {
  const resources = new Set<string>();
  return structsAt(container, 'resizePolicy').flatMap((policy, index): readonly Fault[] => {
    const resource = textAt(policy, 'resourceName');
    const restart = textAt(policy, 'restartPolicy');
    const repeated = resources.has(resource);
    resources.add(resource);
    const at = path.within(index);
    return [
      ...(repeated ? [duplicate(path.index(index), json(resource))] : []),
      ...oneOf(resource, ['cpu', 'memory'], at),
      ...oneOf(restart, ['NotRequired', 'RestartContainer'], at),
      ...(podPolicy === 'Never' && restart !== 'NotRequired'
        ? [invalid(at, json(restart), "must be 'NotRequired' when pod `restartPolicy` is 'Never'")]
        : []),
    ];
  });
}

function oneOf(value: string, values: readonly string[], path: FieldPath): readonly Fault[] {
  if (value === '') return [required(path)];
  return values.includes(value) ? [] : [unsupported(path, json(value), values)];
}
