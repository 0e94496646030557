import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  fieldsAt,
  isPresent,
  structAt,
  structsAt,
  textAt,
  textEntries,
  textsAt,
} from '../fields.ts';
import { labelValueComplaints } from '../names.ts';
import { type Warnings, warningAt } from './warning.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const NO_SELECTOR = 'a null labelSelector results in matching no pod';

const OLD_LABELS = new Map([
  ['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  [
    'failure-domain.beta.kubernetes.io/region',
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ],
  [
    'beta.kubernetes.io/instance-type',
    'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  ],
  ['app.kubernetes.io/created-by', 'deprecated since v1.9'],
  [
    'scheduler.alpha.kubernetes.io/preferAvoidPods',
    'deprecated since v1.22; use Taints and Tolerations instead',
  ],
  ['node-role.kubernetes.io/master', 'use "node-role.kubernetes.io/control-plane" instead'],
]);

/** Labels of nodes that have other names now, and what goes with them in upstream's order. */
export function nodeLabelWarnings(spec: Fields, path: FieldPath): Warnings {
  const affinity = fieldsAt(fieldsAt(spec, 'affinity'), 'nodeAffinity');
  const place = path.below('affinity', 'nodeAffinity');
  const terms = structsAt(fieldsAt(affinity, REQUIRED), 'nodeSelectorTerms');
  return [
    ...textEntries(spec, 'nodeSelector').flatMap(([key]) => {
      const words = OLD_LABELS.get(key);
      return words === undefined ? [] : [warningAt(path.child('nodeSelector').key(key), words)];
    }),
    ...terms.flatMap((term, index) =>
      termWarnings(term, false, place.child(REQUIRED).child('nodeSelectorTerms').index(index)),
    ),
    ...structsAt(affinity, PREFERRED).flatMap((term, index) =>
      termWarnings(
        fieldsAt(term, 'preference'),
        true,
        place.child(PREFERRED).index(index).child('preference'),
      ),
    ),
    ...spreadWarnings(spec, path.child('topologySpreadConstraints')),
  ];
}

function termWarnings(term: Fields, checkValues: boolean, path: FieldPath): Warnings {
  return structsAt(term, 'matchExpressions').flatMap((expression, index) => {
    const place = path.child('matchExpressions').index(index);
    const values = checkValues ? textsAt(expression, 'values') : [];
    return [
      ...oldLabel(textAt(expression, 'key'), place.child('key')),
      ...values.flatMap((value, at) =>
        labelValueComplaints(value).map((complaint) =>
          warningAt(place.child('values').index(at), `${value} is invalid, ${complaint}`),
        ),
      ),
    ];
  });
}

function oldLabel(key: string, path: FieldPath): Warnings {
  const words = OLD_LABELS.get(key);
  return words === undefined ? [] : [warningAt(path, `${key} is ${words}`)];
}

function spreadWarnings(spec: Fields, path: FieldPath): Warnings {
  return structsAt(spec, 'topologySpreadConstraints').flatMap((constraint, index) => [
    ...oldLabel(textAt(constraint, 'topologyKey'), path.index(index).child('topologyKey')),
    ...(isPresent(constraint, 'labelSelector')
      ? []
      : [warningAt(path.index(index).child('labelSelector'), NO_SELECTOR)]),
  ]);
}

/** Terms that select no pods. */
export function noSelectorWarnings(spec: Fields, path: FieldPath): Warnings {
  const affinity = fieldsAt(spec, 'affinity');
  return ['podAffinity', 'podAntiAffinity'].flatMap((name) => {
    const fields = structAt(affinity, name) ?? {};
    const place = path.child('affinity').child(name);
    return [
      ...structsAt(fields, REQUIRED).flatMap((term, index) =>
        withoutSelector(term, place.child(REQUIRED).index(index)),
      ),
      ...structsAt(fields, PREFERRED).flatMap((term, index) =>
        withoutSelector(
          fieldsAt(term, 'podAffinityTerm'),
          place.child(PREFERRED).index(index).child('podAffinityTerm'),
        ),
      ),
    ];
  });
}

function withoutSelector(term: Fields, path: FieldPath): Warnings {
  return isPresent(term, 'labelSelector')
    ? []
    : [warningAt(path.child('labelSelector'), NO_SELECTOR)];
}
