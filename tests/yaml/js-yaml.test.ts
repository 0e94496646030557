import fc from 'fast-check';
import { load, mergeTag, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';
import { runs, timeout } from './runs.ts';

type Shape =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'text'; readonly header: string; readonly lines: readonly string[] }
  | { readonly kind: 'map' | 'list'; readonly flow: boolean; readonly items: readonly Shape[] };

const schema = YAML11_SCHEMA.withTags(mergeTag);

/** What the two are known to read otherwise is not here: points in time, numbers to base 60, `0o7`, `5e+3`, `y`. */
const scalars = [
  'x',
  'two words',
  'yes',
  'Off',
  'null',
  '~',
  '""',
  "'it''s'",
  '"a\\tb"',
  '"# no comment"',
  '0440',
  '0x1F',
  '1_000',
  '-12',
  '.5',
  '1.5',
  'a:b',
  'a#b',
  'http://x/y',
  '100Mi',
  '=',
];

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...scalars).map((text): Shape => ({ kind: 'scalar', text })),
    fc.record({
      kind: fc.constant('text' as const),
      header: fc.constantFrom('|', '|-', '|+', '>', '>-', '| # note'),
      lines: fc.array(fc.constantFrom('x', 'a: b', '# c', '', '- d', ' in'), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    fc.record({
      kind: fc.constantFrom('map' as const, 'list' as const),
      flow: fc.boolean(),
      items: fc.array(tie('shape'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));

/** Writes a shape as the value of a key; every key has a number of its own. */
class Writer {
  readonly keys: string[] = [];

  value(shape: Shape, column: number, inFlow: boolean): string {
    if (shape.kind === 'scalar') return ` ${shape.text}\n`;
    if (shape.kind === 'text') {
      if (inFlow) return ' x\n';
      const pad = ' '.repeat(column + 2);
      // The first line tells the indentation, and so must not be empty or indented itself.
      return ` ${shape.header}\n${['first', ...shape.lines].map((line) => `${pad}${line}\n`).join('')}`;
    }
    if (inFlow || shape.flow) return ` ${this.flow(shape)}\n`;
    return `\n${this.block(shape, column + 2)}`;
  }

  private key(): string {
    const key = `key${this.keys.length}`;
    this.keys.push(key);
    return key;
  }

  private block({ kind, items }: Extract<Shape, { items: unknown }>, column: number): string {
    const pad = ' '.repeat(column);
    return items
      .map((item) => {
        const mark = kind === 'map' ? `${this.key()}:` : '-';
        return `${pad}${mark}${this.value(item, column, false)}`;
      })
      .join('');
  }

  private flow(shape: Shape): string {
    if (shape.kind === 'scalar') return shape.text;
    if (shape.kind === 'text') return 'x';
    const isMap = shape.kind === 'map';
    const items = shape.items.map((item) => {
      const mark = isMap ? `${this.key()}: ` : '';
      return mark + this.flow(item);
    });
    return isMap ? `{${items.join(', ')}}` : `[${items.join(', ')}]`;
  }
}

const document = fc.array(shape, { minLength: 1, maxLength: 4 }).map((items) => {
  const writer = new Writer();
  const root: Shape = { kind: 'map', flow: false, items };
  const text = writer.value(root, -2, false).slice(1);
  return { text, keys: writer.keys };
});

const pieces = [
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  ' # note\n',
  '#',
  ':',
  ': ',
  '- ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: *a\n',
  '!!str ',
  '|',
  '>',
  '? ',
  '\uFEFF',
  '\u00a0',
  '\u2028',
  '...\n',
];
const cuts = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.nat(2)), { maxLength: 3 });

function read(text: string): { readonly data: unknown } | undefined {
  const { root, problems } = parseTree(text);
  return problems.length > 0 || root === undefined ? undefined : { data: dataOf(root) };
}

function readByJsYaml(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: load(text, { schema }) };
  } catch {
    return undefined;
  }
}

/** All keys of plain data, at any depth. */
function keysOf(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(keysOf);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [key, ...keysOf(value)]);
}

describe('documents that shrink', () => {
  it(
    'are read without a problem, and no key of them is lost',
    () => {
      fc.assert(
        fc.property(document, ({ text, keys }) => {
          const own = read(text);
          expect(keysOf(own?.data).toSorted()).toEqual([...keys].toSorted());
          expect(own).toEqual(readByJsYaml(text));
        }),
        { numRuns: runs(1000) },
      );
    },
    timeout,
  );

  it(
    'are read as js-yaml reads them after any change, where both read them',
    () => {
      fc.assert(
        fc.property(document, cuts, ({ text }, changes) => {
          let changed = text;
          for (const [at, piece, gone] of changes) {
            const offset = at % (changed.length + 1);
            changed = changed.slice(0, offset) + piece + changed.slice(offset + gone);
          }
          // A text that the end of the file cuts off has a last line break for js-yaml alone.
          if (!changed.endsWith('\n')) changed += '\n';
          // js-yaml counts to base 60, where Helm leaves text.
          fc.pre(!/[0-9_]:[0-9]/.test(changed));
          const own = read(changed);
          const other = own && readByJsYaml(changed);
          if (other !== undefined) expect(own).toEqual(other);
        }),
        { numRuns: runs(2000) },
      );
    },
    timeout,
  );
});
