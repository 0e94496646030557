import { type Faults, forbidden } from '../faults.ts';
import { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, optionalNumber, structAt, structsAt, textAt } from '../fields.ts';
import { paddedImage } from './containers.ts';
import { labels } from './labels.ts';
import { annotations, nonNegative, objectMeta } from './metadata.ts';
import { podSpec, specialAnnotations } from './pod-spec.ts';
import { appArmorAnnotations, profilesAgree, seccompAnnotations } from './profiles.ts';

/** A pod after decoding and defaulting, as ValidatePodCreate sees it. */
export function pod(object: Fields): Faults {
  const meta = fieldsAt(object, 'metadata');
  const spec = fieldsAt(object, 'spec');
  const path = FieldPath.root.child('spec');
  const metaPath = FieldPath.root.child('metadata');
  return [
    ...objectMeta(meta, metaPath),
    ...annotationRules(meta, spec, metaPath.child('annotations')),
    ...podSpec(spec, { kind: 'pod', name: textAt(meta, 'name') }, path),
    ...unownedTokens(spec, path),
    ...nonNegative(spec, 'terminationGracePeriodSeconds', path),
    ...paddedImages(spec, path),
    ...(structsAt(spec, 'ephemeralContainers').length > 0
      ? [forbidden(path.child('ephemeralContainers'), 'cannot be set on create')]
      : []),
    ...(textAt(spec, 'nodeName') !== '' && structsAt(spec, 'schedulingGates').length > 0
      ? [
          forbidden(
            path.child('nodeName'),
            'cannot be set until all schedulingGates have been cleared',
          ),
        ]
      : []),
    ...profilesAgree(meta, spec, path),
  ];
}

/** What is asked of the images of a pod, and not of its template's. */
export function paddedImages(spec: Fields, path: FieldPath): Faults {
  return ['containers', 'initContainers'].flatMap((list) =>
    structsAt(spec, list).flatMap((container, index) =>
      paddedImage(container, path.child(list).index(index)),
    ),
  );
}

/** A pod's template, as ValidatePodTemplateSpec sees it. */
export function podTemplate(template: Fields, path: FieldPath): Faults {
  const meta = fieldsAt(template, 'metadata');
  const spec = fieldsAt(template, 'spec');
  const specPath = path.child('spec');
  const within = ['metadata'];
  const annotationPath = path.child('annotations', [...within, 'annotations']);
  return [
    ...labels(meta, 'labels', path.child('labels', [...within, 'labels'])),
    ...annotations(meta, annotationPath),
    ...annotationRules(meta, spec, annotationPath),
    ...podSpec(spec, { kind: 'template' }, specPath),
    ...profilesAgree(meta, spec, specPath),
    ...(structsAt(spec, 'ephemeralContainers').length > 0
      ? [
          forbidden(
            specPath.child('ephemeralContainers'),
            'ephemeral containers not allowed in pod template',
          ),
        ]
      : []),
  ];
}

function annotationRules(meta: Fields, spec: Fields, path: FieldPath): Faults {
  return [
    ...specialAnnotations(meta, spec, path),
    ...seccompAnnotations(meta, path),
    ...appArmorAnnotations(meta, spec, path),
  ];
}

/** Without a service account there is nobody to make a token for. */
function unownedTokens(spec: Fields, path: FieldPath): Faults {
  if (textAt(spec, 'serviceAccountName') !== '') return [];
  return structsAt(spec, 'volumes').flatMap((volume, index) => {
    const place = path.child('volumes').index(index).child('projected').child('sources');
    return structsAt(structAt(volume, 'projected') ?? {}, 'sources').flatMap((source, at) =>
      source.serviceAccountToken === undefined
        ? []
        : [
            forbidden(
              place.index(at).child('serviceAccountToken'),
              'must not be specified when serviceAccountName is not set',
            ),
          ],
    );
  });
}

/** A deadline that a template may not have. */
export function hasDeadline(spec: Fields): boolean {
  return optionalNumber(spec, 'activeDeadlineSeconds') !== undefined;
}
