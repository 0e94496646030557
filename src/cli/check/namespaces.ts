import { readPolicy } from '../../pss/index.ts';
import type { Diagnostic, Place } from '../report/report.ts';
import { labelsOf } from './policies.ts';
import type { SourceText } from './source-text.ts';
import { unreadablePlace } from './unreadable.ts';
import { type KubernetesObject, subjectOf } from './workloads.ts';

/** What the API server says of a Namespace whose Pod Security labels it cannot read. */
export function namespaceLabelErrors(
  object: KubernetesObject,
  source: SourceText,
): readonly Diagnostic[] {
  return readPolicy(labelsOf(object.data)).errors.map(({ label, message }) => {
    const path = [...object.path, 'metadata', 'labels', label];
    return {
      effect: 'rejected',
      rule: 'namespace-labels',
      message: source.discretion.message(message),
      why: 'The API server refuses to create a namespace with such a label.',
      place: source.placeAt(path),
      path,
      subjects: [subjectOf(object)],
      related: [],
    };
  });
}

/** A Namespace that comes after objects in it, on an input that cannot be read twice. */
export function lateNamespace(name: string, place: Place): Diagnostic {
  return unreadablePlace(place, {
    code: 'late-namespace',
    message: `Objects were judged by another policy before the Namespace ${name} came.`,
    remedy:
      'Put the Namespace before what is in it, say the policy with --enforce, or name a file, which is read for its Namespaces first.',
  });
}
