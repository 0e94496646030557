import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assessed, changed, lineOf } from './base.ts';

/* Upstream's own reading of label sets: each error it finds stands on the line of its label. */

interface LabelSet {
  readonly labels: Readonly<Record<string, string>>;
  readonly errors?: readonly string[];
}

const sets: readonly LabelSet[] = readFileSync('tests/conformance/labels.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): LabelSet => JSON.parse(line));

function namespaceWith(labels: LabelSet['labels']): string {
  const lines = Object.entries(labels).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}\n`,
  );
  const head = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: agents\n';
  return `${head}  labels:${lines.length === 0 ? ' {}\n' : `\n${lines.join('')}`}`;
}

describe('an error of upstream is a problem on the line of its label', () => {
  test.each(sets.map((set) => ({ ...set, name: JSON.stringify(set.labels) })))('$name', (set) => {
    const { labels, errors = [] } = set;
    const assessment = assessed({ ...changed(), namespace: namespaceWith(labels) });
    const shown = assessment.problems.filter(
      ({ rule, effect }) => rule === 'namespace-labels' && effect === 'rejected',
    );
    const keys = Object.keys(labels);
    const expected = errors.map((message) => {
      const label = /^metadata\.labels\[(.+?)\]: /.exec(message)?.[1] ?? '';
      return { message, line: 6 + keys.indexOf(label) };
    });
    expect(shown.map((one) => ({ message: one.message, line: lineOf(assessment, one) }))).toEqual(
      expected,
    );
  });
});
