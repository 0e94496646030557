import type { Path } from '../../yaml/path.ts';
import { isUnset, listOf, valueAt, valueIn } from '../documents/plain.ts';
import { predatesSentinel } from '../judge/pods/build.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * Chart 2.0.0 has a breaking change that needs action before an upgrade from 1.x. A file of 1.x
 * has an image for each component and none for all, or writes `Value` with a capital letter in
 * the target of a worker's metric.
 * Source: the chart's release notes.
 */
const check: Check = ({ values }) => {
  const path = predatesSentinel(values) ? imagePath(values) : capitalTarget(values);
  if (path === undefined) return [];
  return [
    finding({
      rule: 'old-shape',
      effect: 'advice',
      message: 'This file has the shape of chart 1.x',
      why: 'Chart 2.0.0 needs action before an upgrade from 1.x: read its release notes, hardening alone is not enough.',
      path,
      field: 'start.file',
    }),
  ];
};

export const oldShape: Rule = {
  id: 'old-shape',
  summary: 'The file has the shape of chart 1.x.',
  remedy: 'Read the release notes of chart 2.0.0 before the upgrade.',
  help: pages.guide,
  effects: ['advice'],
  check,
};

function imagePath(values: unknown): Path {
  const worker = listOf(valueIn(values, ['workers'])).findIndex(
    (one) => typeof valueAt(one, 'image') === 'string',
  );
  return worker < 0 ? ['dagProcessor', 'image'] : ['workers', worker, 'image'];
}

function capitalTarget(values: unknown): Path | undefined {
  const below = ['hpa', 'metric', 'target', 'Value'];
  const worker = listOf(valueIn(values, ['workers'])).findIndex(
    (one) => !isUnset(valueIn(one, below)),
  );
  return worker < 0 ? undefined : ['workers', worker, ...below];
}
