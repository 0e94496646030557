import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/yaml/line-index.ts';

describe('LineIndex', () => {
  const lines = new LineIndex('ab\r\ncd\ref\n\n🚀g');

  it('counts lines as Monaco does', () => {
    expect(lines.lineCount).toBe(5);
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.lineText(line))).toEqual([
      'ab',
      'cd',
      'ef',
      '',
      '🚀g',
      '',
    ]);
    expect(new LineIndex('').lineCount).toBe(1);
    expect(new LineIndex('a\n').lineCount).toBe(2);
  });

  it('translates offsets to positions and back', () => {
    expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(4)).toEqual({ line: 2, column: 1 });
    expect(lines.positionAt(13)).toEqual({ line: 5, column: 3 });
    for (let offset = 0; offset <= lines.text.length; offset++) {
      if (lines.text[offset] === '\n' && lines.text[offset - 1] === '\r') continue;
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    }
  });

  it('stays within the text', () => {
    expect(lines.positionAt(-5)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(999)).toEqual({ line: 5, column: 4 });
    expect(lines.offsetAt({ line: 1, column: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 99, column: 1 })).toBe(lines.text.length);
    expect(lines.offsetAt({ line: 0, column: 1 })).toBe(0);
  });
});
