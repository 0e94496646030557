import { levelLabel, versionLabel } from '../../pss/index.ts';
import { nearest } from '../chart/schema/nearest.ts';
import { isUnset, valueAt } from '../documents/plain.ts';
import { podSecurityPrefix } from '../settings/settings.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

const modes = ['enforce', 'audit', 'warn'] as const;
const known: readonly string[] = modes.flatMap((mode) => [levelLabel(mode), versionLabel(mode)]);

/**
 * A label that nobody reads, since its key is only nearly one of Pod Security's: the namespace then
 * enforces less than it says.
 * Source: k8s.io/pod-security-admission/api/constants.go.
 */
const check: Check = ({ namespace: { labels } }) =>
  Object.keys(labels).flatMap((label) => {
    const meant = known.includes(label) ? undefined : meantBy(label);
    if (meant === undefined) return [];
    const path = ['metadata', 'labels', label];
    const value = labels[label];
    const isFree = isUnset(valueAt(labels, meant)) && typeof value === 'string';
    return [
      finding({
        rule: 'misspelt-label',
        effect: 'advice',
        message: `Nothing reads the label ${label}: did you mean ${meant}?`,
        why: 'Pod Security admission only reads labels of its own six names, so this one changes nothing.',
        document: 'namespace',
        path,
        field: 'namespace.labels',
        ...(isFree
          ? {
              fix: {
                title: `Rename it to ${meant}`,
                changes: [
                  { document: 'namespace', change: { op: 'remove', path } },
                  {
                    document: 'namespace',
                    change: { op: 'set', path: ['metadata', 'labels', meant], value },
                  },
                ],
              },
            }
          : {}),
      }),
    ];
  });

export const misspeltLabel: Rule = {
  id: 'misspelt-label',
  summary: 'A label of the namespace is nearly one of Pod Security’s, and nothing reads it.',
  remedy: 'Write the label’s name as Pod Security has it, or take it out.',
  help: pages.labels,
  effects: ['advice'],
  check,
};

function meantBy(label: string): string | undefined {
  const slash = label.indexOf('/');
  const [prefix, name] = [label.slice(0, slash + 1), label.slice(slash + 1)];
  if (!/^pod-?security[.-]/i.test(prefix) && !/^pod-?security[.-]/i.test(label)) return undefined;
  const wanted = slash < 0 ? name.replace(/^pod-?security[.-]/i, '') : name;
  const words = known.map((one) => one.slice(podSecurityPrefix.length));
  const close =
    words.find((word) => word === wanted.toLowerCase().replaceAll('_', '-')) ??
    nearest(wanted, words);
  return close === undefined ? undefined : `${podSecurityPrefix}${close}`;
}
