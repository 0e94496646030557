import { textOf, valueIn } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import type { Check, Rule } from './rule.ts';

/** A volume's name may occur once in a pod. */
const check: Check = (model) =>
  refused(model, 'duplicate-volume', ({ pod, path }) => ({
    message: `${pod.id} declares volume "${textOf(valueIn(model.values, path))}" twice`,
    why: 'The API server refuses a pod with two volumes of one name.',
  }));

export const duplicateVolume: Rule = {
  id: 'duplicate-volume',
  summary: 'A pod declares two volumes of one name.',
  remedy: 'Take one of the two out, or rename it along with its mounts.',
  help: pages.volumes,
  effects: ['rejected'],
  check,
};
