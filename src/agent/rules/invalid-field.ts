import { textOf, valueIn } from '../documents/plain.ts';
import type { Refusal } from '../judge/deployment/refusals.ts';
import { nameOf } from '../judge/pods/place-name.ts';
import type { Fix } from './finding.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import { type Check, type Rule, valuesFix } from './rule.ts';

/**
 * What else the API server refuses in a Deployment, in its own words: everything that no rule is
 * named for.
 * Source: k8s.io/kubernetes, its decoding and validation, as src/kube/ has them.
 */
const check: Check = (model) =>
  refused(model, 'invalid-field', (refusal) => ({
    fix: trimming(model, refusal) ?? renaming(model, refusal),
  }));

/** An image with blanks around its name: the Deployment is taken, its pods are refused. */
function trimming({ values }: Model, { path, place }: Refusal): Fix | undefined {
  const image = textOf(valueIn(values, path));
  if (place.at(-1) !== 'image' || image.trim() === image || image.trim() === '') return undefined;
  return valuesFix(`Take the blanks from ${nameOf(path)}`, [
    { op: 'set', path, value: image.trim() },
  ]);
}

/** Names by which people call a field that is required. */
const misnomers: Readonly<Record<string, readonly string[]>> = {
  secretName: ['name'],
  claimName: ['name'],
  name: ['secretName', 'configMapName', 'claimName'],
};

/** A required field that stands there under the name that it has elsewhere. */
function renaming({ values }: Model, { kind, path }: Refusal): Fix | undefined {
  const owner = path.slice(0, -1);
  const name = path.at(-1);
  const others = kind === 'Required value' ? (misnomers[String(name)] ?? []) : [];
  const written = others.find((other) => textOf(valueIn(values, [...owner, other])) !== '');
  if (written === undefined) return undefined;
  const value = textOf(valueIn(values, [...owner, written]));
  return valuesFix(`Call ${nameOf([...owner, written])} ${name}`, [
    { op: 'set', path, value },
    { op: 'remove', path: [...owner, written] },
  ]);
}

export const invalidField: Rule = {
  id: 'invalid-field',
  summary: 'The API server refuses the Deployment for the value of a field.',
  remedy: 'Write what the message asks for.',
  help: pages.deployment,
  effects: ['rejected'],
  check,
};
