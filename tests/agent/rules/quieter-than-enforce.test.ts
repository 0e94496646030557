import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import { assessed, changed, lineOf } from './base.ts';

type Labels = Readonly<Record<string, string>>;

/** A namespace with these Pod Security labels and no others, each on a line from the sixth on. */
function labelled(labels: Labels) {
  const lines = Object.entries(labels).map(
    ([key, value]) => `    pod-security.kubernetes.io/${key}: ${value}\n`,
  );
  const head = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: agents\n  labels:\n';
  return { ...changed(), namespace: `${head}${lines.join('')}` };
}

function said(labels: Labels) {
  const assessment = assessed(labelled(labels));
  return assessment.findings
    .filter(({ rule }) => rule === 'quieter-than-enforce')
    .map((one) => [one.effect, lineOf(assessment, one), one.field, one.message, one.fix?.title]);
}

const unwarned = 'pods are rejected that nobody was warned of';
const unnoted = 'pods are rejected whose Deployment left no note in the audit log';

interface Case {
  readonly name: string;
  readonly labels: Labels;
  readonly expected: readonly (readonly [string, number, string, string, string])[];
}

describe('a mode that misses what enforce rejects', () => {
  test.each<Case>([
    {
      name: 'a lower warn',
      labels: { enforce: 'restricted', warn: 'baseline' },
      expected: [
        [
          'advice',
          7,
          'namespace.warn.level',
          `warn is baseline:latest, enforce restricted:latest: ${unwarned}`,
          'Set warn: restricted',
        ],
      ],
    },
    {
      name: 'a lower audit and no warn',
      labels: { enforce: 'baseline', audit: 'privileged' },
      expected: [
        [
          'advice',
          7,
          'namespace.audit.level',
          `audit is privileged:latest, enforce baseline:latest: ${unnoted}`,
          'Set audit: baseline',
        ],
      ],
    },
    {
      name: 'an older warn',
      labels: { enforce: 'restricted', warn: 'restricted', 'warn-version': 'v1.24' },
      expected: [
        [
          'advice',
          8,
          'namespace.warn.version',
          `warn is restricted:v1.24, enforce restricted:latest: ${unwarned}`,
          'Set warn-version: latest',
        ],
      ],
    },
    {
      name: 'an old version of a warn that follows enforce',
      labels: { enforce: 'restricted', 'enforce-version': 'v1.25', 'warn-version': 'v1.21' },
      expected: [
        [
          'advice',
          8,
          'namespace.warn.version',
          `warn is restricted:v1.21, enforce restricted:v1.25: ${unwarned}`,
          'Set warn-version: v1.25',
        ],
      ],
    },
    {
      name: 'a lower and older warn',
      labels: { enforce: 'restricted', warn: 'baseline', 'warn-version': 'v1.20' },
      expected: [
        [
          'advice',
          7,
          'namespace.warn.level',
          `warn is baseline:v1.20, enforce restricted:latest: ${unwarned}`,
          'Set warn: restricted and warn-version: latest',
        ],
      ],
    },
    {
      name: 'an older warn of a higher level',
      labels: { enforce: 'baseline', warn: 'restricted', 'warn-version': 'v1.30' },
      expected: [
        [
          'advice',
          8,
          'namespace.warn.version',
          `warn is restricted:v1.30, enforce baseline:latest: ${unwarned}`,
          'Set warn-version: latest',
        ],
      ],
    },
  ])('$name', ({ labels, expected }) => {
    expect(said(labels)).toEqual(expected);
  });

  test.each<[string, Labels]>([
    ['no warn: it follows enforce', { enforce: 'restricted' }],
    ['no audit: the cluster says', { enforce: 'restricted', 'audit-version': 'v1.20' }],
    ['the same', { enforce: 'restricted', audit: 'restricted', warn: 'restricted' }],
    ['a higher warn', { enforce: 'baseline', warn: 'restricted' }],
    ['nothing enforced', { warn: 'privileged', audit: 'privileged' }],
    ['older, and stricter for it', { enforce: 'restricted', 'warn-version': 'v1.36' }],
    [
      'older by changes that come after both',
      { enforce: 'restricted', 'enforce-version': 'v1.26', 'warn-version': 'v1.25' },
    ],
    ['newer', { enforce: 'restricted', 'enforce-version': 'v1.20', warn: 'restricted' }],
    ['a warn that cannot be read', { enforce: 'restricted', warn: 'none' }],
    ['an enforce that cannot be read', { enforce: 'strict', warn: 'baseline' }],
  ])('is none: %s', (_, labels) => {
    expect(said(labels)).toEqual([]);
  });
});

test('the fix writes both labels and nothing else', () => {
  const given = labelled({ enforce: 'restricted', warn: 'baseline', 'warn-version': 'v1.20' });
  const [problem] = assessed(given).problems.filter(({ rule }) => rule === 'quieter-than-enforce');
  expect(problem?.fix && applyFix(given, problem.fix)).toEqual({
    documents: {
      values: given.values,
      namespace: given.namespace
        .replace('warn: baseline', 'warn: restricted')
        .replace('v1.20', 'latest'),
    },
    refused: [],
  });
});
