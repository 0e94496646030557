import { isObject, put } from '../../src/yaml/value.ts';

/** A YAML text in a random valid style, with the data that it means. */
export interface RandomDocument {
  readonly text: string;
  readonly data: unknown;
}

/** Lines of a block node: what follows its key or dash on the same line, and the lines below. */
interface Piece {
  readonly head: string;
  readonly below: readonly string[];
  readonly data: unknown;
  /** A text that keeps the empty lines after it. */
  readonly keeps?: boolean;
  /** Nothing but a comment may follow on the line of the head. */
  readonly open?: boolean;
}

interface Anchor {
  readonly name: string;
  readonly data: unknown;
}

/** A small generator of random numbers (mulberry32), so that a seed gives the document back. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0 to below `count`. */
  roll(count: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % count;
  }

  chance(oneIn: number): boolean {
    return this.roll(oneIn) === 0;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.roll(list.length)] ?? list[0];
  }
}

const keys = [
  'a',
  'b',
  'c',
  'name',
  'env',
  'volumes',
  'x-y',
  'é',
  'k ey',
  '1',
  'on-off',
  '__proto__',
] as const;

const plain: readonly [string, unknown][] = [
  ['x', 'x'],
  ['two words', 'two words'],
  ['a:b#c', 'a:b#c'],
  ['https://e.com/x', 'https://e.com/x'],
  ['yes', true],
  ['Off', false],
  ['0440', 288],
  ['1_000', 1000],
  ['0x10', 16],
  ['12:30:45', '12:30:45'],
  ['2026-11-22', '2026-11-22'],
  ['-1.5e3', -1500],
  ['~', null],
  ['null', null],
  ['--flag', '--flag'],
  ['ünï', 'ünï'],
  ['100Mi', '100Mi'],
];

const quoted: readonly [string, string][] = [
  ["'x'", 'x'],
  ["'it''s'", "it's"],
  ['"x"', 'x'],
  ['"1"', '1'],
  ['"a # b"', 'a # b'],
  ['"\\u263a\\n\\t"', '☺\n\t'],
  ["''", ''],
  ['""', ''],
  ["'{}'", '{}'],
];

class Writer {
  private readonly dice: Dice;
  private readonly step: number;
  private readonly indentLists: number;
  private readonly gap: number;
  private readonly anchors: Anchor[] = [];
  private readonly withComments: boolean;
  private readonly withAnchors: boolean;
  private comments = 0;
  private names = 0;
  private budget = 40;

  constructor(dice: Dice) {
    this.dice = dice;
    this.step = 1 + dice.roll(5);
    this.indentLists = dice.chance(2) ? 0 : 1 + dice.roll(4);
    this.gap = dice.chance(3) ? 2 + dice.roll(3) : 2;
    this.withComments = !dice.chance(3);
    this.withAnchors = dice.chance(2);
  }

  document(): RandomDocument {
    const { dice } = this;
    const root = dice.chance(6) ? this.sequence(0) : this.mapping(0, 0);
    const lines = [
      ...(dice.chance(4) ? [this.commentLine(0)] : []),
      ...(dice.chance(6) ? ['---'] : []),
      ...root.lines,
    ];
    const eol = dice.chance(4) ? '\r\n' : '\n';
    const keeps = root.keeps;
    const end = keeps || dice.chance(3) ? '' : eol.repeat(1 + (dice.chance(4) ? 1 : 0));
    const tail =
      !root.open && end !== '' && dice.chance(4) ? `${this.commentLine(dice.roll(3))}${eol}` : '';
    const bom = dice.chance(10) ? '\uFEFF' : '';
    return {
      text: bom + lines.join(eol) + (root.open && end === '' ? eol : end) + tail,
      data: root.data,
    };
  }

  private commentLine(column: number): string {
    return `${' '.repeat(column)}# note ${++this.comments}`;
  }

  private gapLines(column: number, quiet: boolean): string[] {
    if (quiet || !this.withComments) return [];
    const lines: string[] = [];
    while (this.dice.chance(3)) {
      if (this.dice.chance(3)) lines.push('');
      else if (this.dice.chance(6)) {
        const key = this.dice.pick(keys);
        lines.push(
          `${' '.repeat(column)}# ${key}:`,
          `${' '.repeat(column)}#   x: ${++this.comments}`,
        );
      } else
        lines.push(this.commentLine(this.dice.chance(3) ? this.dice.roll(column + 3) : column));
    }
    return lines;
  }

  private trailing(): string {
    if (!this.withComments || !this.dice.chance(6)) return this.dice.chance(12) ? '  ' : '';
    return `${' '.repeat(1 + this.dice.roll(3))}# note ${++this.comments}`;
  }

  private mapping(column: number, depth: number) {
    const { dice } = this;
    const lines: string[] = [];
    const data: Record<string, unknown> = {};
    const used = new Set<string>();
    let last: Piece | undefined;
    const count = 1 + dice.roll(4);
    const merge = this.withAnchors && dice.chance(4) ? this.mergeable() : undefined;
    if (merge !== undefined) {
      lines.push(
        `${' '.repeat(column)}<<: ${dice.chance(4) ? `[*${merge.name}]` : `*${merge.name}`}${this.trailing()}`,
      );
      if (isObject(merge.data))
        for (const [key, value] of Object.entries(merge.data)) put(data, key, value);
    }
    for (let i = 0; i < count; i++) {
      const key = dice.pick(keys);
      if (used.has(key)) continue;
      used.add(key);
      if (lines.length > 0)
        lines.push(...this.gapLines(column, last?.keeps === true || this.afterText(last)));
      const value = this.value(column, depth + 1, false);
      const pad = ' '.repeat(column);
      if (dice.chance(15)) {
        lines.push(
          `${pad}? ${this.key(key)}`,
          `${pad}:${value.head}${value.open ? '' : this.trailing()}`,
          ...value.below,
        );
      } else {
        const space = dice.chance(12) ? ' ' : '';
        lines.push(
          `${pad}${this.key(key)}${space}:${value.head}${value.open ? '' : this.trailing()}`,
          ...value.below,
        );
      }
      put(data, key, value.data);
      last = value;
    }
    return { lines, data, keeps: last?.keeps === true, open: this.afterText(last) };
  }

  /** Comments deeper than a block text would be part of it. */
  private afterText(piece: Piece | undefined): boolean {
    return piece?.open === true;
  }

  private sequence(column: number, depth = 1) {
    const { dice } = this;
    const lines: string[] = [];
    const data: unknown[] = [];
    let last: Piece | undefined;
    const count = 1 + dice.roll(3);
    for (let i = 0; i < count; i++) {
      if (i > 0) lines.push(...this.gapLines(column, last?.keeps === true || this.afterText(last)));
      const pad = ' '.repeat(column);
      const inner = column + this.gap;
      if (depth < 4 && this.budget > 0 && dice.chance(2)) {
        this.budget--;
        const nested = dice.chance(5)
          ? this.sequence(inner, depth + 1)
          : this.mapping(inner, depth + 1);
        const [first = '', ...rest] = nested.lines;
        if (dice.chance(8)) lines.push(`${pad}-${this.trailing()}`, first, ...rest);
        else lines.push(`${pad}-${' '.repeat(this.gap - 1)}${first.slice(inner)}`, ...rest);
        data.push(nested.data);
        last = { head: '', below: [], data: null, keeps: nested.keeps, open: nested.open };
      } else {
        const value = this.value(column, 9, true);
        lines.push(`${pad}-${value.head}${value.open ? '' : this.trailing()}`, ...value.below);
        data.push(value.data);
        last = value;
      }
    }
    return { lines, data, keeps: last?.keeps === true, open: this.afterText(last) };
  }

  private key(key: string): string {
    const { dice } = this;
    if (key === '1') return dice.pick(['"1"', "'1'", '1', '0x1']);
    if (dice.chance(8)) return `"${key}"`;
    if (dice.chance(8)) return `'${key}'`;
    if (key === 'a' && dice.chance(6)) return '"\\u0061"';
    return key;
  }

  private value(column: number, depth: number, inList: boolean): Piece {
    const { dice } = this;
    this.budget--;
    const deep = depth >= 4 || this.budget < 0;
    const kind = deep ? 4 + dice.roll(8) : dice.roll(12);
    const anchor = this.withAnchors && dice.chance(4) ? `n${++this.names}` : undefined;
    const before = anchor === undefined ? '' : ` &${anchor}`;
    const done = (piece: Piece): Piece => {
      if (anchor !== undefined) this.anchors.push({ name: anchor, data: piece.data });
      return { ...piece, head: before + piece.head };
    };
    if (kind < 2) {
      const inner = this.mapping(column + this.step, depth);
      return done({
        head: '',
        below: inner.lines,
        data: inner.data,
        keeps: inner.keeps,
        open: inner.open,
      });
    }
    if (kind < 4) {
      const inner = this.sequence(column + (inList ? this.step : this.indentLists), depth);
      return done({
        head: '',
        below: inner.lines,
        data: inner.data,
        keeps: inner.keeps,
        open: inner.open,
      });
    }
    if (kind === 4) return done(this.blockText(column));
    if (kind === 5) {
      const alias = this.anchors[dice.roll(this.anchors.length + 1)];
      if (alias !== undefined) return { head: ` *${alias.name}`, below: [], data: alias.data };
    }
    if (kind === 6) return done({ head: '', below: [], data: null });
    if (kind === 7) return done(this.empty(column));
    if (kind === 8) return done(this.flow(column, 0));
    if (kind === 9) return done(this.manyLines(column));
    const [text, data] = this.scalar();
    return done({ head: ` ${' '.repeat(dice.chance(8) ? 2 : 0)}${text}`, below: [], data });
  }

  private scalar(flow = false): readonly [string, unknown] {
    const { dice } = this;
    const list = dice.chance(2) ? quoted : plain;
    const [text, data] = list[dice.roll(list.length)] ?? ['x', 'x'];
    if (!flow && dice.chance(12) && typeof data === 'string') return [`!!str ${text}`, data];
    return [text, data];
  }

  private empty(column: number): Piece {
    const { dice } = this;
    const list = dice.chance(2);
    const data = list ? [] : {};
    const [open, close] = list ? ['[', ']'] : ['{', '}'];
    if (dice.chance(5)) {
      const pad = ' '.repeat(column + 1);
      return { head: ` ${open}`, below: [`${pad}${this.commentLine(1)}`, `${pad}${close}`], data };
    }
    return { head: ` ${open}${dice.chance(4) ? ' ' : ''}${close}`, below: [], data };
  }

  private blockText(column: number): Piece {
    const { dice } = this;
    const chomp = dice.pick(['', '-', '+']);
    const pad = ' '.repeat(column + 1 + dice.roll(3));
    const folded = dice.chance(3);
    const lines = dice.chance(2) ? ['first # no comment', 'a: b'] : ['one', '', 'three'];
    const below = lines.map((line) => (line === '' ? '' : pad + line));
    const text = folded ? (lines[1] === '' ? 'one\nthree' : lines.join(' ')) : lines.join('\n');
    const extra = dice.chance(3) ? 1 + dice.roll(2) : 0;
    const end = chomp === '-' ? '' : chomp === '+' ? '\n'.repeat(1 + extra) : '\n';
    return {
      head: ` ${folded ? '>' : '|'}${chomp}${this.trailing()}`,
      below: [...below, ...Array.from({ length: extra }, () => '')],
      data: text + end,
      keeps: chomp === '+',
      open: true,
    };
  }

  private manyLines(column: number): Piece {
    const pad = ' '.repeat(column + 1 + this.dice.roll(3));
    switch (this.dice.roll(3)) {
      case 0:
        return {
          head: ' first half',
          below: [`${pad}second half`],
          data: 'first half second half',
          open: true,
        };
      case 1:
        return { head: ' "first', below: [`${pad}second"`], data: 'first second', open: true };
      default:
        return { head: '', below: [`${pad}further down`], data: 'further down' };
    }
  }

  private flow(column: number, depth: number): Piece {
    const { dice } = this;
    const count = 1 + dice.roll(3);
    const pad = ' '.repeat(column + 1 + dice.roll(3));
    const lines = depth === 0 && dice.chance(4);
    const list = dice.chance(2);
    const parts: string[] = [];
    const items: unknown[] = [];
    const object: Record<string, unknown> = {};
    const used = new Set<string>();
    for (let i = 0; i < count; i++) {
      const nested = depth < 2 && dice.chance(4) ? this.flow(column, depth + 1) : undefined;
      const [text, data] =
        nested === undefined ? this.scalar(true) : [nested.head.trim(), nested.data];
      if (list) {
        parts.push(text);
        items.push(data);
        continue;
      }
      const key = dice.pick(keys);
      if (used.has(key)) continue;
      used.add(key);
      parts.push(dice.chance(8) ? `${this.key(key)}: ` : `${this.key(key)}: ${text}`);
      put(object, key, parts.at(-1)?.endsWith(': ') ? null : data);
    }
    const [open, close] = list ? ['[', ']'] : ['{', '}'];
    const space = dice.chance(4) ? ' ' : '';
    const comma = dice.chance(6) ? ',' : '';
    const data = list ? items : object;
    if (!lines)
      return {
        head: ` ${open}${space}${parts.join(', ')}${comma}${space}${close}`,
        below: [],
        data,
      };
    const below = parts.map((part, i) => {
      const last = i === parts.length - 1;
      return `${pad}${part}${last ? comma : ','}${this.trailing()}`;
    });
    return { head: ` ${open}`, below: [...below, `${pad}${close}`], data };
  }

  private mergeable(): Anchor | undefined {
    const maps = this.anchors.filter(({ data }) => isObject(data));
    return maps[this.dice.roll(maps.length + 1)];
  }
}

export function randomDocument(seed: number): RandomDocument {
  return new Writer(new Dice(seed)).document();
}
