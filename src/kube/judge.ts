import { type DecodeError, decode, type UnknownField } from './decode/decode.ts';
import { defaultDeployment, defaultPod, defaultTemplate } from './defaults/defaults.ts';
import type { Faults } from './faults.ts';
import { FieldPath } from './field-path.ts';
import { deployment } from './validate/deployment.ts';
import { pod, podTemplate } from './validate/pod.ts';

/** What the API server makes of an object, before any admission plugin has a say. */
export interface Judgement {
  /** Why it cannot be read at all (400); upstream says the first. Nothing else is known then. */
  readonly undecodable: readonly DecodeError[];
  /** Fields that are left out, which is a warning unless somebody asks for strictness. */
  readonly unknown: readonly UnknownField[];
  /** Why it is refused (422). */
  readonly faults: Faults;
}

const none = { undecodable: [], unknown: [], faults: [] };

/**
 * @param object a Pod as it would be sent, parsed
 */
export function judgePod(object: unknown): Judgement {
  const { object: decoded, errors, unknown } = decode(object, 'v1.Pod');
  if (errors.length > 0) return { ...none, undecodable: errors };
  return { ...none, unknown, faults: pod(defaultPod(decoded)) };
}

/** @param object a Deployment as it would be sent, parsed */
export function judgeDeployment(object: unknown): Judgement {
  const { object: decoded, errors, unknown } = decode(object, 'v1.Deployment');
  if (errors.length > 0) return { ...none, undecodable: errors };
  return { ...none, unknown, faults: deployment(defaultDeployment(decoded)) };
}

/** @param template a pod's template as it stands in `spec.template` of a Deployment */
export function judgePodTemplate(template: unknown): Judgement {
  const path = FieldPath.root.below('spec', 'template');
  const { object: decoded, errors, unknown } = decode(template, 'v1.PodTemplateSpec', path);
  if (errors.length > 0) return { ...none, undecodable: errors };
  return { ...none, unknown, faults: podTemplate(defaultTemplate(decoded), path) };
}
