import type { Problem } from '../../rules/finding.ts';
import type { Choice, Decision } from './decision.ts';

/** Whether Sentinel runs, where the file does not say. */
export function sentinelDecision({ rule, id, document, path }: Problem): Decision | undefined {
  if (rule !== 'sentinel-implicit') return undefined;
  const set = (value: boolean): Choice['changes'] => [
    { document, change: { op: 'set', path, value } },
  ];
  return {
    problem: id,
    question: 'Does Sentinel run?',
    choices: [
      {
        id: 'on',
        title: 'Switch it on',
        consequence:
          'A pod of its own watches the agents’ pods and tells Astro of failures. It needs contexts of its own.',
        label: 'Switch on',
        changes: set(true),
      },
      {
        id: 'off',
        title: 'Switch it off',
        consequence: 'No Sentinel pod is made, and nobody watches the agents’ pods from within.',
        label: 'Switch off',
        changes: set(false),
      },
    ],
  };
}
