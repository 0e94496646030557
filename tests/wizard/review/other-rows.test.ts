import { beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import type { Assessment } from '../../../src/agent/assess/assessment.ts';
import {
  type Answers,
  noAnswers,
  undecided,
  withDecided,
} from '../../../src/agent/assess/decisions/answers.ts';
import { chooseById } from '../../../src/agent/assess/decisions/choose.ts';
import { stillMissing } from '../../../src/agent/assess/missing.ts';
import { otherRows } from '../../../src/wizard/review/left/other-rows.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

const acted: string[] = [];
const acts = {
  decide: ({ rule }: { readonly rule: string }) => acted.push(`decide ${rule}`),
  change: (field: string) => acted.push(`change ${field}`),
  fillIn: (id: string) => acted.push(`fill in ${id}`),
};
beforeEach(() => {
  acted.length = 0;
});

function rowsOf(assessment: Assessment, answers: Answers = noAnswers) {
  return otherRows(assessment, answers, acts);
}

/** The team's file after Fix everything: a hostPath is left. */
const withHostPath = fixed(teamEdited);

const withRoot = fixed(`resourceNamePrefix: a
workers:
  - name: w
    initContainers:
      - name: prep
        image: b:1
        command: [chown, -R, "50000:50000", /data]
        securityContext: {runAsNonRoot: false, runAsUser: 0}
`);

/** A file after one choice about the first of what is to be decided. */
function afterChoice(values: string, choice: string): { assessment: Assessment; answers: Answers } {
  const before = assessed(values);
  const [problem] = undecided(before, noAnswers);
  if (problem === undefined) throw new RangeError('nothing to decide');
  const outcome = chooseById(before.documents, problem.id, choice, '');
  if (outcome.state !== 'made' && outcome.state !== 'kept') throw new RangeError(outcome.state);
  const result = assess(outcome.state === 'made' ? outcome.documents : before.documents);
  if (!result.ok) throw new RangeError('unreadable');
  const answers = withDecided(noAnswers, outcome.problem, outcome.choice);
  return { assessment: result.assessment, answers };
}

describe('a decision', () => {
  it('that is open asks its question and leads to its card', () => {
    const [row] = rowsOf(assessed(fixed(teamEdited)));
    expect(row).toMatchObject({
      tone: 'rejected',
      text: 'volume "dsd-socket" uses restricted volume type "hostPath"',
      says: expect.stringMatching(/^In worker\/default\. .+\?$/),
      action: { label: 'Decide' },
    });
    row?.action?.run();
    expect(acted).toEqual(['decide restrictedVolumes']);
  });

  it('that is made says what it was and leads to its field', () => {
    const { assessment, answers } = afterChoice(withHostPath, 'empty-dir');
    const row = rowsOf(assessment, answers).at(-1);
    expect(row).toMatchObject({
      tone: 'done',
      text: 'You decided: use an emptyDir',
      action: { label: 'Change' },
    });
    expect(row).not.toHaveProperty('says');
    row?.action?.run();
    expect(acted).toEqual(['change components.workers.0.volumes']);
  });

  it('to keep a problem is one row, which still has the problem’s tone and words', () => {
    const { assessment, answers } = afterChoice(withRoot, 'keep');
    const rows = rowsOf(assessment, answers).filter(({ id }) => !id.startsWith('value '));
    expect(rows).toMatchObject([
      {
        tone: 'rejected',
        says: expect.stringContaining('prep'),
        action: { label: 'Change' },
      },
    ]);
  });

  it('whose problem came back is asked again, once', () => {
    const { answers } = afterChoice(withHostPath, 'empty-dir');
    const rows = rowsOf(assessed(fixed(teamEdited)), answers);
    expect(rows.map(({ action }) => action?.label).filter((label) => label !== 'Fill in')).toEqual([
      'Decide',
    ]);
  });

  it('that kept a problem which is gone is no row any more', () => {
    const { answers } = afterChoice(withRoot, 'keep');
    const { assessment } = afterChoice(withRoot, 'remove');
    expect(rowsOf(assessment, answers).filter(({ id }) => id.startsWith('decided'))).toEqual([]);
  });
});

it('a problem without choices is put right by hand', () => {
  const [row] = rowsOf(assessed('workers: 5\n'));
  expect(row?.action?.label).toBe('Go to the field');
});

it('each value that is missing has its words and its field, until somebody says it comes later', () => {
  const assessment = assessed(fixed('a: 1\n'));
  const missing = stillMissing(assessment, noAnswers);
  expect(missing.length).toBeGreaterThan(1);
  const rows = rowsOf(assessment);
  expect(rows.map(({ id }) => id)).toEqual(missing.map(({ id }) => `value ${id}`));
  for (const { tone, says, action } of rows) {
    expect([tone, action?.label]).toEqual(['advice', 'Fill in']);
    expect(says).toMatch(/^Only you know it\. .+\.$/);
    action?.run();
  }
  expect(acted).toEqual(missing.map(({ id }) => `fill in ${id}`));
  const [first, ...others] = missing;
  const later = { ...noAnswers, later: others.map(({ id }) => id) };
  expect(rowsOf(assessment, later)).toHaveLength(1);
  expect(rowsOf(assessment, later)[0]?.id).toBe(`value ${first?.id}`);
});

it('names three pods, and counts more', () => {
  const volumes = 'volumes: [{name: x, hostPath: {path: /}}]';
  const pod = `{name: w, ${volumes}}`;
  expect(rowsOf(assessed(`workers: [${pod}]\n`))[0]?.says).toMatch(/^In worker\/w\. /);
  const uid = (count: number) =>
    `podSecurityContext: {runAsUser: x}\nworkers: [${Array.from({ length: count }, (_, i) => `{name: w${i}}`).join()}]\n`;
  const says = rowsOf(assessed(uid(5))).map((row) => row.says ?? '');
  expect(says.some((text) => /^In \d pods\. /.test(text))).toBe(true);
});
