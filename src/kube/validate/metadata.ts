import { type Faults, invalid, invalidTexts, required, tooLong } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  isTrue,
  numberAt,
  structsAt,
  textAt,
  textEntries,
  textsAt,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import {
  byteLength,
  generatedNameComplaints,
  labelComplaints,
  qualifiedNameComplaints,
  subdomainComplaints,
} from '../names.ts';
import { labels } from './labels.ts';

const ANNOTATIONS_LIMIT = 256 * 2 ** 10;
/** What the server keeps of a prefix, so that the name becomes no longer than a label. */
const LONGEST_PREFIX = 58;
const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** The metadata of a Pod or a Deployment, whose names are subdomains. */
export function objectMeta(meta: Fields, path: FieldPath): Faults {
  const name = textAt(meta, 'name');
  const generateName = textAt(meta, 'generateName');
  const namespace = textAt(meta, 'namespace');
  return [
    ...(generateName === ''
      ? []
      : invalidTexts(
          path.child('generateName'),
          generateName,
          generatedNameComplaints(generateName),
        )),
    ...nameFaults(name, generateName, path),
    ...(namespace === ''
      ? []
      : invalidTexts(path.child('namespace'), namespace, labelComplaints(namespace))),
    ...labels(meta, 'labels', path.child('labels')),
    ...annotations(meta, path.child('annotations')),
    ...ownerReferences(meta, path.child('ownerReferences')),
    ...finalizers(meta, path.child('finalizers')),
  ];
}

/** A name that the server makes up ends in five letters or digits of its choice. */
function nameFaults(name: string, generateName: string, within: FieldPath): Faults {
  const path = within.child('name');
  if (name !== '') return invalidTexts(path, name, subdomainComplaints(name));
  if (generateName === '') return [required(path, 'name or generateName is required')];
  const made = `${generateName.slice(0, LONGEST_PREFIX)}xxxxx`;
  return invalidTexts(within.child('generateName'), made, subdomainComplaints(made));
}

export function annotations(meta: Fields, path: FieldPath): Faults {
  const entries = textEntries(meta, 'annotations');
  const size = entries.reduce((all, [key, value]) => all + byteLength(key) + byteLength(value), 0);
  return [
    ...entries.flatMap(([key]) =>
      invalidTexts(path.within(key), key, qualifiedNameComplaints(key.toLowerCase())),
    ),
    ...(size > ANNOTATIONS_LIMIT ? [tooLong(path, ANNOTATIONS_LIMIT)] : []),
  ];
}

function finalizers(meta: Fields, path: FieldPath): Faults {
  const names = textsAt(meta, 'finalizers');
  return [
    ...names.flatMap((name) => invalidTexts(path, name, qualifiedNameComplaints(name))),
    ...(names.includes('orphan') && names.includes('foregroundDeletion')
      ? [invalid(path, json(names), 'finalizer orphan and foregroundDeletion cannot be both set')]
      : []),
    ...names.flatMap((name, index) =>
      name.includes('/') || STANDARD_FINALIZERS.includes(name)
        ? []
        : [
            invalid(
              path.index(index),
              quoted(name),
              'name is neither a standard finalizer name nor is it fully qualified',
            ),
          ],
    ),
  ];
}

function ownerReferences(meta: Fields, path: FieldPath): Faults {
  const owners = structsAt(meta, 'ownerReferences');
  let controller: string | undefined;
  return owners.flatMap((owner, index): Faults => {
    const faults = ownerReference(owner, path.index(index));
    if (!isTrue(owner, 'controller')) return faults;
    const name = `${textAt(owner, 'kind')}/${textAt(owner, 'name')}`;
    if (controller === undefined) {
      controller = name;
      return faults;
    }
    return [
      ...faults,
      invalid(
        path,
        json(owners),
        `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`,
      ),
    ];
  });
}

function ownerReference(owner: Fields, path: FieldPath): Faults {
  const version = textAt(owner, 'apiVersion');
  const empty = ['kind', 'name', 'uid'].filter((name) => textAt(owner, name) === '');
  return [
    ...(version === '' ? [required(path.child('apiVersion'), 'must not be empty')] : []),
    ...(version !== '' && !/^([^/]*\/)?[^/]+$/.test(version)
      ? [
          invalid(
            path.child('apiVersion'),
            quoted(version),
            'must be <group>/<version> or <version>',
          ),
        ]
      : []),
    ...empty.map((name) => required(path.child(name), 'must not be empty')),
    ...(version === 'v1' && textAt(owner, 'kind') === 'Event'
      ? [invalid(path, json(owner), '/v1, Kind=Event is disallowed from being an owner')]
      : []),
  ];
}

/** A number that may not be negative. */
export function nonNegative(fields: Fields, name: string, path: FieldPath): Faults {
  const value = numberAt(fields, name);
  return value < 0
    ? [invalid(path.child(name), String(value), 'must be greater than or equal to 0')]
    : [];
}
