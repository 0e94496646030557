import { releaseOf } from '../chart/release-of.ts';
import { isMapping, isUnset, valueIn } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

/**
 * Whether Sentinel runs by default depends on whom one asks: the documentation says it is off,
 * the comments of the values file say it is on. The file should say so itself.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = ({ values }) => {
  const path = ['sentinel', 'enabled'];
  if (!isUnset(valueIn(values, path)) || !releaseOf(values).hasSentinel) return [];
  const sentinel = valueIn(values, ['sentinel']);
  if (!isUnset(sentinel) && !isMapping(sentinel)) return [];
  return [
    finding({
      rule: 'sentinel-implicit',
      effect: 'advice',
      message: 'The file does not say whether Sentinel runs',
      why: 'Documentation and values files disagree on the default, so it is judged as if it ran.',
      path,
      fix: valuesFix('Write sentinel.enabled: true', [{ op: 'set', path, value: true }]),
    }),
  ];
};

export const sentinelImplicit: Rule = {
  id: 'sentinel-implicit',
  summary: 'The file does not say whether Sentinel runs.',
  remedy: 'Write sentinel.enabled.',
  help: pages.guide,
  effects: ['advice'],
  check,
};
