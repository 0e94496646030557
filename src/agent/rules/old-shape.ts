import { releaseOf } from '../chart/release-of.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A file that was written for an older release of the chart, whose upgrade needs more than
 * hardening. What tells the releases apart is the chart's (chart/releases.ts).
 * Source: the chart's release notes.
 */
const check: Check = ({ values }) => {
  const { series, path, upgrade } = releaseOf(values);
  if (upgrade === undefined) return [];
  return [
    finding({
      rule: 'old-shape',
      effect: 'advice',
      message: `This file has the shape of chart ${series}`,
      why: upgrade,
      path,
      field: 'start.file',
    }),
  ];
};

export const oldShape: Rule = {
  id: 'old-shape',
  summary: 'The file has the shape of an older chart.',
  remedy: 'Read the release notes of the newer chart before the upgrade.',
  help: pages.guide,
  effects: ['advice'],
  check,
};
