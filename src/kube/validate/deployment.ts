import { type Fault, type Faults, forbidden, invalid, required, unsupported } from '../faults.ts';
import { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, numberAt, structAt, textAt } from '../fields.ts';
import { json } from '../go-text.ts';
import { percentComplaints } from '../names.ts';
import { isEmptySelector, labelSelector, mapText, selectorText, selects } from './labels.ts';
import { nonNegative, objectMeta } from './metadata.ts';
import { hasDeadline, podTemplate } from './pod.ts';

/** A Deployment after decoding and defaulting, as ValidateDeployment sees it. */
export function deployment(object: Fields): Faults {
  const spec = fieldsAt(object, 'spec');
  const path = FieldPath.root.child('spec');
  const template = fieldsAt(spec, 'template');
  return [
    ...objectMeta(fieldsAt(object, 'metadata'), FieldPath.root.child('metadata')),
    ...nonNegative(spec, 'replicas', path),
    ...selectorAndTemplate(spec, template, path),
    ...strategy(fieldsAt(spec, 'strategy'), path.child('strategy')),
    ...nonNegative(spec, 'minReadySeconds', path),
    ...nonNegative(spec, 'revisionHistoryLimit', path),
    ...nonNegative(spec, 'progressDeadlineSeconds', path),
    ...deadline(spec, path.child('progressDeadlineSeconds')),
  ];
}

/** A template is only looked at below a selector that can be read. */
function selectorAndTemplate(spec: Fields, template: Fields, path: FieldPath): Faults {
  const selector = structAt(spec, 'selector');
  const place = path.child('selector');
  const templatePath = path.child('template');
  if (selector === undefined) {
    return [required(place), ...replicaSetTemplate(template, false, templatePath)];
  }
  const faults = labelSelector(selector, place);
  const text = selectorText(selector);
  const empty = isEmptySelector(selector);
  const matches = empty || selects(selector, labelsOf(template));
  return [
    ...faults,
    ...(empty ? [invalid(place, text, 'empty selector is invalid for deployment')] : []),
    ...(faults.length > 0
      ? [invalid(place, text, 'invalid label selector')]
      : replicaSetTemplate(template, matches, templatePath)),
  ];
}

function labelsOf(template: Fields): Fields {
  return fieldsAt(fieldsAt(template, 'metadata'), 'labels');
}

function replicaSetTemplate(template: Fields, matches: boolean, path: FieldPath): Faults {
  const spec = fieldsAt(template, 'spec');
  const policy = textAt(spec, 'restartPolicy');
  const specPath = path.child('spec');
  const meta = fieldsAt(template, 'metadata');
  const labels = meta.labels === undefined ? 'null' : mapText(labelsOf(template));
  return [
    ...(matches
      ? []
      : [
          invalid(
            path.below('metadata', 'labels'),
            labels,
            '`selector` does not match template `labels`',
          ),
        ]),
    ...podTemplate(template, path),
    ...(policy === 'Always'
      ? []
      : [unsupported(specPath.child('restartPolicy'), json(policy), ['Always'])]),
    ...(hasDeadline(spec)
      ? [
          forbidden(
            specPath.child('activeDeadlineSeconds'),
            'activeDeadlineSeconds in ReplicaSet is not Supported',
          ),
        ]
      : []),
  ];
}

function strategy(fields: Fields, path: FieldPath): Faults {
  const type = textAt(fields, 'type');
  const rolling = structAt(fields, 'rollingUpdate');
  const place = path.child('rollingUpdate');
  if (type === 'Recreate') {
    const words = "may not be specified when strategy `type` is 'Recreate'";
    return rolling === undefined ? [] : [forbidden(place, words)];
  }
  if (type === 'RollingUpdate') return rollingUpdate(rolling ?? {}, place);
  const value = (name: string) => rolling?.[name] ?? 0;
  const shown = json({
    Type: type,
    RollingUpdate:
      rolling === undefined
        ? null
        : { MaxUnavailable: value('maxUnavailable'), MaxSurge: value('maxSurge') },
  });
  return [unsupported(path, shown, ['Recreate', 'RollingUpdate'])];
}

function rollingUpdate(fields: Fields, path: FieldPath): readonly Fault[] {
  const unavailable = fields.maxUnavailable;
  const place = path.child('maxUnavailable');
  const percent = percentOf(unavailable) ?? 0;
  return [
    ...countOrPercent(unavailable, place),
    ...countOrPercent(fields.maxSurge, path.child('maxSurge')),
    ...(amountOf(unavailable) === 0 && amountOf(fields.maxSurge) === 0
      ? [invalid(place, json(unavailable), 'may not be 0 when `maxSurge` is 0')]
      : []),
    ...(percent > 100 ? [invalid(place, json(unavailable), 'must not be greater than 100%')] : []),
  ];
}

function countOrPercent(value: unknown, path: FieldPath): readonly Fault[] {
  if (typeof value === 'string') {
    return percentComplaints(value).map((complaint) => invalid(path, json(value), complaint));
  }
  return Number(value) < 0
    ? [invalid(path, String(value), 'must be greater than or equal to 0')]
    : [];
}

function percentOf(value: unknown): number | undefined {
  return typeof value === 'string' && percentComplaints(value).length === 0
    ? Number(value.slice(0, -1))
    : undefined;
}

/** A text that is no percentage counts as the number that it is, or as none. */
function amountOf(value: unknown): number {
  const percent = percentOf(value);
  if (percent !== undefined) return percent;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}

function deadline(spec: Fields, path: FieldPath): readonly Fault[] {
  const value = numberAt(spec, 'progressDeadlineSeconds');
  return value <= numberAt(spec, 'minReadySeconds')
    ? [invalid(path, String(value), 'must be greater than minReadySeconds')]
    : [];
}
