import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { shownText } from '../../../src/wizard/preview/shown-text.ts';
import { marksOf, stretchAt } from '../../../src/wizard/problems/marks.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';

const sample = readFileSync('tests/samples/astro-ui-2x.yaml', 'utf8');
const field = 'security.container.allowPrivilegeEscalation';

function marked(values: string, original: string) {
  const result = assess({ ...starter(), values });
  if (!result.ok) throw new Error('The sample is readable');
  return marksOf(result.assessment, 'values', original, field);
}

/** The underlined words of a text, as the page shows it. */
function underlined(text: string, marks: ReturnType<typeof marked>): string[] {
  const lines = shownText(text).split('\n');
  return marks.problems.map(({ line, from, to }) => lines[line - 1]?.slice(from - 1, to - 1) ?? '');
}

describe('marksOf', () => {
  it('underlines the key whose child is missing, and marks the lines of the focused field', () => {
    const marks = marked(sample, sample);
    expect(underlined(sample, marks)).toContain('podSecurityContext');
    expect(underlined(sample, marks)).toContain('containerSecurityContext');
    expect(marks.changed.count).toBe(0);
    expect(marks.focused).toEqual({ first: 200, last: 200 });
  });

  it('gives the same marks for the same text with a byte order mark and CRLF', () => {
    const other = `\uFEFF${sample.replaceAll('\n', '\r\n')}`;
    const places = ({ problems, focused }: ReturnType<typeof marked>) => ({
      focused,
      problems: problems.map(({ line, from, to }) => ({ line, from, to })),
    });
    expect(places(marked(other, other))).toEqual(places(marked(sample, sample)));
    expect(underlined(other, marked(other, other))).toEqual(
      underlined(sample, marked(sample, sample)),
    );
  });
});

describe('stretchAt', () => {
  it.each([
    ['a: 1', ['a'], { line: 1, from: 4, to: 5 }],
    ['\uFEFFa: 1', ['a'], { line: 1, from: 4, to: 5 }],
    ['a:\n  b: 1\n  c: 2', ['a'], { line: 1, from: 1, to: 2 }],
    ['a:\n  b: 1', ['a', 'missing'], { line: 1, from: 1, to: 2 }],
    ['a:\n  - b: 1\n    c: 2', ['a', 0], { line: 2, from: 5, to: 9 }],
    ['a:\n  "long"', ['a'], { line: 1, from: 1, to: 2 }],
  ])('%j at %j', (text, path, expected) => {
    expect(stretchAt(parseTree(text), path)).toEqual(expected);
  });
});
