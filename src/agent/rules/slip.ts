import { startsWith } from '../../yaml/path.ts';
import { reaches } from '../judge/pods/reach.ts';
import type { Effect, Finding } from './finding.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';
import { type Slip, slipsIn } from './slips.ts';

/**
 * What is plainly meant and written in a form that Kubernetes does not take. It is as bad as the
 * check that it fails, and what was meant is one edit away.
 * Source: the Kubernetes API types.
 */
const check: Check = once((model) => slipsOf(model).flatMap((slip) => foundAt(model, slip)));

export const slip: Rule = {
  id: 'slip',
  summary:
    'A value is written in a form that Kubernetes does not take, and what is meant is plain.',
  remedy: 'Write what was meant, as the fix has it.',
  help: pages.securityContext,
  effects: ['rejected', 'advice'],
  check,
};

/** What a slip says better: other rules only see that something is wrong there. */
const general: ReadonlySet<string> = new Set(['bad-type', 'invalid-field', 'unknown-key']);

/** Leaves to the slips what general rules say of their places. */
export function withoutSlips(model: Model, findings: readonly Finding[]): readonly Finding[] {
  const places = slipsOf(model).flatMap(({ places: all }) => all);
  if (places.length === 0) return findings;
  return findings.filter(
    ({ rule, document, path }) =>
      !general.has(rule) ||
      document !== 'values' ||
      !places.some((place) => startsWith(path, place)),
  );
}

const slipsOf = once((model: Model): readonly Slip[] =>
  slipsIn(
    model.values,
    model.wrongTypes.map(({ path, expected }) => ({ path, expected })),
  ),
);

function foundAt(model: Model, { path, message, title, changes, isRefused }: Slip) {
  const effect: Effect = isRefused ? 'rejected' : 'advice';
  const fix = valuesFix(title, changes);
  const one = {
    rule: 'slip',
    effect,
    message,
    why: isRefused
      ? 'The API server refuses it as it is written, or takes it for not being there.'
      : 'As it is written nothing reads it.',
    path,
    fix,
  } as const;
  const pods = model.all.filter((pod) => reaches(path, pod)).map(({ id }) => id);
  return pods.length === 0 ? [finding(one)] : pods.map((pod) => finding({ ...one, pod }));
}
