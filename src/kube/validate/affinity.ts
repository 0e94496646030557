import { type Fault, type Faults, forbidden, invalid, invalidTexts, required } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  fieldsAt,
  numberAt,
  structAt,
  structsAt,
  textAt,
  textsAt,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { labelComplaints, labelValueComplaints, subdomainComplaints } from '../names.ts';
import { labelName, labelSelector } from './labels.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const WEIGHT_RANGE = 'must be in the range 1-100';

export function affinity(spec: Fields, within: FieldPath): Faults {
  const fields = structAt(spec, 'affinity');
  if (fields === undefined) return [];
  const path = within.child('affinity');
  return [
    ...nodeAffinity(structAt(fields, 'nodeAffinity'), path.child('nodeAffinity')),
    ...podAffinity(fieldsAt(fields, 'podAffinity'), path.child('podAffinity')),
    ...podAffinity(fieldsAt(fields, 'podAntiAffinity'), path.child('podAntiAffinity')),
  ];
}

function nodeAffinity(fields: Fields | undefined, path: FieldPath): Faults {
  if (fields === undefined) return [];
  const selector = structAt(fields, REQUIRED);
  return [
    ...(selector === undefined
      ? []
      : nodeSelector(selector, path.child(REQUIRED).child('nodeSelectorTerms'))),
    ...structsAt(fields, PREFERRED).flatMap((term, index) => {
      const place = path.child(PREFERRED).index(index);
      return [
        ...weight(term, place),
        ...selectorTerm(fieldsAt(term, 'preference'), false, place.child('preference')),
      ];
    }),
  ];
}

function weight(term: Fields, path: FieldPath): readonly Fault[] {
  const value = numberAt(term, 'weight');
  return value >= 1 && value <= 100
    ? []
    : [invalid(path.child('weight'), String(value), WEIGHT_RANGE)];
}

function nodeSelector(selector: Fields, path: FieldPath): Faults {
  const terms = structsAt(selector, 'nodeSelectorTerms');
  if (terms.length === 0) return [required(path, 'must have at least one node selector term')];
  return terms.flatMap((term, index) => selectorTerm(term, true, path.index(index)));
}

/** @param checkValues what is only preferred may name values that no label can have */
function selectorTerm(term: Fields, checkValues: boolean, path: FieldPath): Faults {
  return [
    ...structsAt(term, 'matchExpressions').flatMap((expression, index) =>
      nodeRequirement(expression, checkValues, path.child('matchExpressions').index(index)),
    ),
    ...structsAt(term, 'matchFields').flatMap((expression, index) =>
      fieldRequirement(expression, path.child('matchFields').index(index)),
    ),
  ];
}

function nodeRequirement(expression: Fields, checkValues: boolean, path: FieldPath): Faults {
  const values = textsAt(expression, 'values');
  return [
    ...nodeOperator(textAt(expression, 'operator'), values.length, path),
    ...labelName(textAt(expression, 'key'), path.child('key')),
    ...(checkValues
      ? values.flatMap((value, index) =>
          invalidTexts(path.child('values').index(index), value, labelValueComplaints(value)),
        )
      : []),
  ];
}

function nodeOperator(operator: string, count: number, path: FieldPath): readonly Fault[] {
  const place = path.child('values');
  switch (operator) {
    case 'In':
    case 'NotIn':
      return count > 0
        ? []
        : [required(place, "must be specified when `operator` is 'In' or 'NotIn'")];
    case 'Exists':
    case 'DoesNotExist': {
      const words = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
      return count === 0 ? [] : [forbidden(place, words)];
    }
    case 'Gt':
    case 'Lt':
      return count === 1
        ? []
        : [required(place, "must be specified single value when `operator` is 'Lt' or 'Gt'")];
    default:
      return [invalid(path.child('operator'), json(operator), 'not a valid selector operator')];
  }
}

function fieldRequirement(expression: Fields, path: FieldPath): Faults {
  const operator = textAt(expression, 'operator');
  const values = textsAt(expression, 'values');
  const key = textAt(expression, 'key');
  const place = path.child('values');
  const known = operator === 'In' || operator === 'NotIn';
  const one = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
  return [
    ...(known && values.length !== 1 ? [required(place, one)] : []),
    ...(known
      ? []
      : [invalid(path.child('operator'), json(operator), 'not a valid selector operator')]),
    ...(key === 'metadata.name'
      ? values.flatMap((value, index) =>
          invalidTexts(place.index(index), value, subdomainComplaints(value)),
        )
      : [invalid(path.child('key'), quoted(key), 'not a valid field selector key')]),
  ];
}

function podAffinity(fields: Fields, path: FieldPath): Faults {
  return [
    ...structsAt(fields, REQUIRED).flatMap((term, index) =>
      affinityTerm(term, path.child(REQUIRED).index(index)),
    ),
    ...structsAt(fields, PREFERRED).flatMap((term, index) => {
      const place = path.child(PREFERRED).index(index);
      const inner = fieldsAt(term, 'podAffinityTerm');
      return [...weight(term, place), ...affinityTerm(inner, place.child('podAffinityTerm'))];
    }),
  ];
}

function affinityTerm(term: Fields, path: FieldPath): Faults {
  const topologyKey = textAt(term, 'topologyKey');
  const place = path.child('topologyKey');
  return [
    ...labelSelector(structAt(term, 'labelSelector'), path.child('labelSelector')),
    ...labelSelector(structAt(term, 'namespaceSelector'), path.child('namespaceSelector')),
    ...textsAt(term, 'namespaces').flatMap((name, index) =>
      invalidTexts(path.child('namespace', ['namespaces', index]), name, labelComplaints(name)),
    ),
    ...labelKeys(term, path),
    ...(topologyKey === '' ? [required(place, 'can not be empty')] : []),
    ...labelName(topologyKey, place),
  ];
}

/** Labels of the pod itself that its selector takes up. */
export function labelKeys(term: Fields, path: FieldPath): Faults {
  const selector = structAt(term, 'labelSelector');
  const matched = textsAt(term, 'matchLabelKeys');
  const mismatched = textsAt(term, 'mismatchLabelKeys');
  return [
    ...keysOf(term, 'matchLabelKeys', path),
    ...keysOf(term, 'mismatchLabelKeys', path),
    ...(selector === undefined ? [] : selectedTwice(matched, selector, path)),
    ...matched.flatMap((key, index) =>
      mismatched.includes(key)
        ? [
            invalid(
              path.child('matchLabelKeys').index(index),
              quoted(key),
              'exists in both matchLabelKeys and mismatchLabelKeys',
            ),
          ]
        : [],
    ),
  ];
}

function keysOf(term: Fields, name: string, path: FieldPath): Faults {
  const keys = textsAt(term, name);
  const place = path.child(name);
  if (keys.length === 0) return [];
  if (structAt(term, 'labelSelector') === undefined) {
    return [forbidden(place, 'must not be specified when labelSelector is not set')];
  }
  return keys.flatMap((key, index) => labelName(key, place.index(index)));
}

/** The server adds an expression for each key: a key that stands there as well is there twice. */
function selectedTwice(
  matched: readonly string[],
  selector: Fields,
  path: FieldPath,
): readonly Fault[] {
  const seen = new Set(Object.keys(fieldsAt(selector, 'matchLabels')));
  return structsAt(selector, 'matchExpressions').flatMap((expression) => {
    const key = textAt(expression, 'key');
    const index = matched.lastIndexOf(key);
    const twice = index >= 0 && seen.has(key);
    seen.add(key);
    if (!twice) return [];
    const place = path.index(index).at(path.child('matchLabelKeys').index(index));
    return [invalid(place, quoted(key), 'exists in both matchLabelKeys and labelSelector')];
  });
}
