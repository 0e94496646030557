import { type Faults, forbidden, invalid, invalidTexts, required } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, structsAt, textAt, textEntries, textsAt } from '../fields.ts';
import { json } from '../go-text.ts';
import { labelValueComplaints, qualifiedNameComplaints } from '../names.ts';

/** A label's key, or a name of the same form. */
export function labelName(name: string, path: FieldPath): Faults {
  return invalidTexts(path, name, qualifiedNameComplaints(name));
}

/** Labels: upstream puts what is wrong with a key or a value at the map itself. */
export function labels(owner: Fields, name: string, path: FieldPath): Faults {
  return textEntries(owner, name).flatMap(([key, value]) => {
    const place = path.within(key);
    return [...labelName(key, place), ...invalidTexts(place, value, labelValueComplaints(value))];
  });
}

/** @param selector a LabelSelector, or nothing */
export function labelSelector(selector: Fields | undefined, path: FieldPath): Faults {
  if (selector === undefined) return [];
  return [
    ...labels(selector, 'matchLabels', path.child('matchLabels')),
    ...structsAt(selector, 'matchExpressions').flatMap((expression, index) =>
      requirement(expression, path.child('matchExpressions').index(index)),
    ),
  ];
}

function requirement(expression: Fields, path: FieldPath): Faults {
  const values = textsAt(expression, 'values');
  return [
    ...operator(textAt(expression, 'operator'), values, path),
    ...labelName(textAt(expression, 'key'), path.child('key')),
    ...values.flatMap((value, index) =>
      invalidTexts(path.child('values').index(index), value, labelValueComplaints(value)),
    ),
  ];
}

function operator(name: string, values: readonly string[], path: FieldPath): Faults {
  const place = path.child('values');
  switch (name) {
    case 'In':
    case 'NotIn':
      return values.length > 0
        ? []
        : [required(place, "must be specified when `operator` is 'In' or 'NotIn'")];
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0
        ? []
        : [forbidden(place, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")];
    default:
      return [invalid(path.child('operator'), json(name), 'not a valid selector operator')];
  }
}

/** Whether the selector has no terms, and so would select everything. */
export function isEmptySelector(selector: Fields): boolean {
  return (
    textEntries(selector, 'matchLabels').length + structsAt(selector, 'matchExpressions').length ===
    0
  );
}

/** Whether a valid selector selects what has these labels. */
export function selects(selector: Fields, labelled: Fields): boolean {
  const values = new Map(Object.entries(labelled));
  return (
    textEntries(selector, 'matchLabels').every(([key, value]) => values.get(key) === value) &&
    structsAt(selector, 'matchExpressions').every((expression) => holds(expression, values))
  );
}

function holds(expression: Fields, values: ReadonlyMap<string, unknown>): boolean {
  const value = values.get(textAt(expression, 'key'));
  const listed = textsAt(expression, 'values').some((text) => text === value);
  switch (textAt(expression, 'operator')) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

/** A selector as messages print it. */
export function selectorText(selector: Fields): string {
  const matchLabels = textEntries(selector, 'matchLabels');
  const expressions = structsAt(selector, 'matchExpressions');
  const parts = [
    ...(matchLabels.length > 0
      ? [`"matchLabels":${mapText(fieldsAt(selector, 'matchLabels'))}`]
      : []),
    ...(expressions.length > 0
      ? [`"matchExpressions":[${expressions.map(expressionText).join(',')}]`]
      : []),
  ];
  return `{${parts.join(',')}}`;
}

function expressionText(expression: Fields): string {
  const values = textsAt(expression, 'values');
  return json({
    key: textAt(expression, 'key'),
    operator: textAt(expression, 'operator'),
    ...(values.length > 0 ? { values } : {}),
  });
}

/** A map as messages print it: in the order of its keys. */
export function mapText(map: Fields): string {
  return json(Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))));
}
