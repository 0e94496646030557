import { type Fields, fieldsAt, structAt, structsAt, textsAt } from '../fields.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Of a pod, the server writes the values of the labels that its terms name into their selectors. */
export function withLabelKeys(spec: Fields, labels: Fields): Fields {
  const constraints = structsAt(spec, 'topologySpreadConstraints');
  const affinity = structAt(spec, 'affinity');
  return {
    ...spec,
    ...(constraints.length > 0
      ? { topologySpreadConstraints: constraints.map((one) => applied(one, labels)) }
      : {}),
    ...(affinity === undefined ? {} : { affinity: appliedAffinity(affinity, labels) }),
  };
}

function appliedAffinity(affinity: Fields, labels: Fields): Fields {
  const kinds = ['podAffinity', 'podAntiAffinity'].flatMap((name) => {
    const fields = structAt(affinity, name);
    return fields === undefined ? [] : [[name, appliedTerms(fields, labels)]];
  });
  return { ...affinity, ...Object.fromEntries(kinds) };
}

function appliedTerms(fields: Fields, labels: Fields): Fields {
  const required = structsAt(fields, REQUIRED);
  const preferred = structsAt(fields, PREFERRED);
  return {
    ...fields,
    ...(required.length > 0 ? { [REQUIRED]: required.map((term) => applied(term, labels)) } : {}),
    ...(preferred.length > 0
      ? {
          [PREFERRED]: preferred.map((term) => ({
            ...term,
            podAffinityTerm: applied(fieldsAt(term, 'podAffinityTerm'), labels),
          })),
        }
      : {}),
  };
}

function applied(term: Fields, labels: Fields): Fields {
  const selector = structAt(term, 'labelSelector');
  const added = [
    ...expressions(textsAt(term, 'matchLabelKeys'), 'In', labels),
    ...expressions(textsAt(term, 'mismatchLabelKeys'), 'NotIn', labels),
  ];
  if (selector === undefined || added.length === 0) return term;
  const matchExpressions = [...structsAt(selector, 'matchExpressions'), ...added];
  return { ...term, labelSelector: { ...selector, matchExpressions } };
}

function expressions(keys: readonly string[], operator: string, labels: Fields): readonly Fields[] {
  return keys
    .filter((key) => typeof labels[key] === 'string')
    .map((key) => ({ key, operator, values: [labels[key]] }));
}
