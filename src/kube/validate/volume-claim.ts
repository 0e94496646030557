import {
  type Fault,
  type Faults,
  forbidden,
  invalid,
  invalidTexts,
  required,
  unsupported,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, optionalText, structAt, textAt, textsAt } from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { labelComplaints, subdomainComplaints } from '../names.ts';
import { isQuantity, signOf } from '../quantity.ts';
import { quantityText } from '../quantity-text.ts';
import { labelSelector, labels } from './labels.ts';
import { annotations } from './metadata.ts';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

/** The claim that is made for an ephemeral volume. */
export function claimTemplate(source: Fields, within: FieldPath): Faults {
  const template = structAt(source, 'volumeClaimTemplate');
  const path = within.child('volumeClaimTemplate');
  if (template === undefined) return [required(path)];
  return [
    ...templateMeta(fieldsAt(template, 'metadata'), path.child('metadata')),
    ...claimSpec(fieldsAt(template, 'spec'), path.child('spec')),
  ];
}

function templateMeta(meta: Fields, path: FieldPath): Faults {
  const others = Object.entries(meta).filter(
    ([name, value]) => !['annotations', 'labels'].includes(name) && value !== '' && value !== 0,
  );
  return [
    ...annotations(meta, path.child('annotations')),
    ...labels(meta, 'labels', path.child('labels')),
    ...others.map(([name]) => forbidden(path.child(goName(name), [name]), 'cannot be set')),
  ];
}

/** A field as Go names it, but for its first letter. */
function goName(name: string): string {
  return name === 'uid' ? 'uID' : name;
}

function claimSpec(spec: Fields, path: FieldPath): Faults {
  const volumeMode = optionalText(spec, 'volumeMode');
  return [
    ...(textsAt(spec, 'accessModes').length === 0
      ? [required(path.child('accessModes'), 'at least 1 access mode is required')]
      : []),
    ...labelSelector(structAt(spec, 'selector'), path.child('selector')),
    ...accessModes(textsAt(spec, 'accessModes'), path.child('accessModes')),
    ...storage(spec, path.child('resources')),
    ...className(spec, 'storageClassName', path),
    ...(volumeMode === undefined || VOLUME_MODES.includes(volumeMode)
      ? []
      : [unsupported(path.child('volumeMode'), json(volumeMode), VOLUME_MODES)]),
    ...dataSource(spec, 'dataSource', path),
    ...dataSource(spec, 'dataSourceRef', path),
    ...sameSource(spec, path),
    ...className(spec, 'volumeAttributesClassName', path),
  ];
}

function accessModes(modes: readonly string[], path: FieldPath): readonly Fault[] {
  const unknown = modes.filter((mode) => !ACCESS_MODES.includes(mode));
  const alone = modes.includes('ReadWriteOncePod');
  const others = modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode));
  return [
    ...unknown.map((mode) => unsupported(path, json(mode), ACCESS_MODES)),
    ...(alone && others
      ? [forbidden(path, 'may not use ReadWriteOncePod with other access modes')]
      : []),
  ];
}

function storage(spec: Fields, resources: FieldPath): readonly Fault[] {
  const amount = fieldsAt(fieldsAt(spec, 'resources'), 'requests').storage;
  const path = resources.key('storage').at(resources.below('requests', 'storage'));
  if (!isQuantity(amount)) return [required(path)];
  return signOf(amount) > 0
    ? []
    : [invalid(path, quoted(quantityText(amount)), 'must be greater than zero')];
}

function className(spec: Fields, name: string, path: FieldPath): Faults {
  const value = textAt(spec, name);
  return value === '' ? [] : invalidTexts(path.child(name), value, subdomainComplaints(value));
}

function dataSource(spec: Fields, name: string, within: FieldPath): Faults {
  const source = structAt(spec, name);
  if (source === undefined) return [];
  const path = within.child(name);
  const group = textAt(source, 'apiGroup');
  const kind = textAt(source, 'kind');
  const namespace = textAt(source, 'namespace');
  return [
    ...['name', 'kind']
      .filter((field) => textAt(source, field) === '')
      .map((field) => required(path.child(field))),
    ...(group === '' && kind !== 'PersistentVolumeClaim'
      ? [
          invalid(
            path,
            quoted(kind),
            "must be 'PersistentVolumeClaim' when referencing the default apiGroup",
          ),
        ]
      : []),
    ...(group === ''
      ? []
      : invalidTexts(path.child('apiGroup'), group, subdomainComplaints(group))),
    ...(namespace === ''
      ? []
      : invalidTexts(path.child('namespace'), namespace, labelComplaints(namespace))),
  ];
}

/** The two ways to name what a claim is filled with must agree. */
function sameSource(spec: Fields, path: FieldPath): readonly Fault[] {
  const source = structAt(spec, 'dataSource');
  const reference = structAt(spec, 'dataSourceRef');
  if (source === undefined || reference === undefined) return [];
  const fault = (words: string) => invalid(path, '{}', words);
  if (textAt(reference, 'namespace') !== '') {
    return [fault('may not be specified when dataSourceRef.namespace is specified')];
  }
  const same = ['apiGroup', 'kind', 'name'].every((name) => source[name] === reference[name]);
  return same ? [] : [fault('must match dataSourceRef')];
}
