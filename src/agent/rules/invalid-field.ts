import { type Path, samePath, startsWith } from '../../yaml/path.ts';
import { badName } from './bad-name.ts';
import { badQuantity } from './bad-quantity.ts';
import { badType } from './bad-type.ts';
import { duplicateMountPath } from './duplicate-mount-path.ts';
import { duplicateVolume } from './duplicate-volume.ts';
import { envNotString } from './env-not-string.ts';
import type { Model } from './model.ts';
import { mountWithoutVolume } from './mount-without-volume.ts';
import { pages } from './pages.ts';
import type { RefusalRule } from './refusal-rule.ts';
import { type Refusal, refusalsOf } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { seccompLocalhost } from './seccomp-localhost.ts';

/**
 * What else the API server refuses in a Deployment, in its own words: everything that no rule with
 * words of its own has said.
 * Source: k8s.io/kubernetes, its decoding and validation, as src/kube/ has them.
 */
const check: Check = (model) =>
  refusalsOf(model)
    .filter((refusal) => !isSaid(model, refusal))
    .map(({ pod, path, message }) =>
      finding({
        rule: 'invalid-field',
        effect: 'rejected',
        message,
        why: 'The API server refuses the Deployment, and no pod is made.',
        path,
        pod: pod.id,
      }),
    );

export const invalidField: Rule = {
  id: 'invalid-field',
  summary: 'The API server refuses the Deployment for the value of a field.',
  remedy: 'Write what the message asks for.',
  help: pages.deployment,
  effects: ['rejected'],
  check,
};

const checks: Readonly<Record<RefusalRule, Check>> = {
  'bad-type': badType.check,
  'bad-quantity': badQuantity.check,
  'bad-name': badName.check,
  'env-not-string': envNotString.check,
  'duplicate-volume': duplicateVolume.check,
  'duplicate-mount-path': duplicateMountPath.check,
  'mount-without-volume': mountWithoutVolume.check,
  'seccomp-localhost': seccompLocalhost.check,
};

/** Whether the rule to which a refusal belongs says it, or bad-type of what is around it. */
function isSaid(model: Model, { rule, path, pod, wanted }: Refusal): boolean {
  if (model.wrongTypes.some((wrong) => isAbout(wrong.path, path, wanted !== undefined)))
    return true;
  if (rule === undefined) return false;
  return checks[rule](model).some(
    (one) =>
      one.effect === 'rejected' &&
      samePath(one.path, path) &&
      (one.pod === undefined || one.pod === pod.id),
  );
}

/** A list in which an item cannot be decoded is of the wrong type as well as the item. */
function isAbout(wrong: Path, path: Path, isType: boolean): boolean {
  return startsWith(path, wrong) || (isType && startsWith(wrong, path));
}
