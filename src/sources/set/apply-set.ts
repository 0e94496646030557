import type { Path } from '../../yaml/path.ts';
import { pathText } from '../../yaml/refusal.ts';
import { type PlainObject, put } from '../../yaml/value.ts';
import { jsonValueAt } from './json-value.ts';
import { OwnedData } from './owned-data.ts';
import { type SetProblem, type SetProblemCode, SetRefused } from './set-problem.ts';
import { SetText } from './set-text.ts';
import type { SetWrite } from './set-write.ts';
import { typedValue } from './typed-value.ts';

/** Options of Helm that set values, in the order in which it applies them. */
export const setKinds = ['set-json', 'set', 'set-string', 'set-file', 'set-literal'] as const;

export type SetKind = (typeof setKinds)[number];

/** One of these options, as it was given. */
export interface SetOption {
  readonly kind: SetKind;
  readonly text: string;
}

/** The contents of a file that `--set-file` names; undefined if it cannot be read. */
export type FileText = (name: string) => string | undefined;

export type AppliedSet =
  | { readonly ok: true; readonly data: PlainObject; readonly writes: readonly SetWrite[] }
  | { readonly ok: false; readonly problem: SetProblem };

/**
 * Sets values as Helm 3.22 does by `strvals`, whose order of steps this follows, oddities
 * included: `l={}` is a list of one empty string, `a[0]` without a value makes an empty list, an
 * empty key is passed over, gaps of an index are null. Helm 4.3 reads the same, but takes a whole
 * object in `--set-json '{...}'` too, which Helm 3 refuses.
 * @param data what the values are so far; stays as it is
 */
export function applySet(option: SetOption, data: PlainObject, fileText: FileText): AppliedSet {
  try {
    const setter = new Setter(option, data, fileText);
    setter.run();
    return { ok: true, data: setter.data.root, writes: setter.writes };
  } catch (error) {
    if (error instanceof SetRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

const maxIndex = 65_536;
const maxLevels = 30;

/** Whether there may be more after an assignment. */
type Goes = 'on' | 'ends';

class Setter {
  readonly data: OwnedData;
  readonly writes: SetWrite[] = [];
  private readonly kind: SetKind;
  private readonly text: SetText;
  private readonly fileText: FileText;
  private start = 0;

  constructor({ kind, text }: SetOption, data: PlainObject, fileText: FileText) {
    this.kind = kind;
    this.text = new SetText(text);
    this.data = new OwnedData(data);
    this.fileText = fileText;
  }

  run(): void {
    let goes: Goes = 'on';
    while (goes === 'on') {
      this.start = this.text.at;
      goes = this.key(this.data.root, [], 0);
    }
  }

  private get isLiteral(): boolean {
    return this.kind === 'set-literal';
  }

  private key(into: PlainObject, at: Path, level: number): Goes {
    const { read: key, stop } = this.text.until(this.isLiteral ? '=[.' : '=[,.', this.isLiteral);
    const path = [...at, key];
    switch (stop) {
      case '=':
        return this.put(into, key, path);
      case '[':
        return this.list(into, key, path, level);
      case '.':
        return this.mapping(into, key, path, level + 1);
    }
    if (stop === undefined && key === '') return 'ends';
    if (this.kind === 'set-json' && this.text.text.trimStart().startsWith('{')) {
      throw this.refused(
        'no-value',
        'A whole object is taken by Helm 4 alone, and refused by Helm 3.',
        'Write KEY=JSON for each of its keys.',
      );
    }
    throw this.refused(
      'no-value',
      key === '' ? 'A comma stands where a key belongs.' : `${pathText(path)} is given no value.`,
      key === '' ? 'Take the comma out.' : `Write ${key}=VALUE.`,
    );
  }

  private put(into: PlainObject, key: string, path: Path): Goes {
    const { value, goes } = this.value();
    if (key !== '') {
      put(into, key, value);
      this.write(path, value);
    }
    return goes;
  }

  private mapping(into: PlainObject, key: string, path: Path, level: number): Goes {
    if (level > maxLevels) {
      throw this.refused(
        'too-deep',
        `The name has more than ${maxLevels} levels.`,
        'Put the value into a values file.',
      );
    }
    const isThere = Object.hasOwn(into, key);
    const inner = isThere ? this.data.mappingIn(into, key) : this.data.mapping();
    if (inner === undefined) throw this.notA('mapping', path);
    const before = this.writes.length;
    const goes = this.key(inner, path, level);
    const isEmpty = Object.keys(inner).length === 0;
    if (isEmpty && goes === 'on') {
      throw this.refused(
        'no-value',
        `${pathText(path)} is given no key.`,
        'Write a key after the dot.',
      );
    }
    // An empty key is passed over, and all that was set below it.
    if (key === '' && !isThere) this.writes.length = before;
    else if (!isEmpty && key !== '') put(into, key, inner);
    return goes;
  }

  private list(into: PlainObject, key: string, path: Path, level: number): Goes {
    const index = this.index();
    const isThere = Object.hasOwn(into, key);
    const before = this.writes.length;
    const list = isThere ? this.data.listIn(into, key) : this.newList(path);
    if (list === undefined) throw this.notA('list', path);
    const { list: after, goes } = this.item(list, index, path, level);
    if (key !== '') put(into, key, after);
    else if (!isThere || after !== list) this.writes.length = before;
    return goes;
  }

  /** What comes after an index, up to the value. */
  private item(
    list: unknown[],
    index: number,
    at: Path,
    level: number,
  ): { readonly list: unknown[]; readonly goes: Goes } {
    if (index < 0) throw this.badIndex('An index is negative.', 'Count from 0.');
    const { read, stop } = this.text.until('[.=', this.isLiteral);
    const path = [...at, index];
    if (read !== '') {
      throw this.badIndex(
        `${JSON.stringify(read)} stands right after an index.`,
        'Write =VALUE, .KEY or another index there.',
      );
    }
    if (stop === undefined) return { list, goes: 'ends' };
    if (stop === '=') {
      const { value } = this.value();
      const after = this.setIndex(list, index, value, path);
      this.write(path, value);
      return { list: after, goes: 'on' };
    }
    if (stop === '[') {
      const next = this.index();
      const there = list[index];
      const isNew = there === undefined || there === null;
      const inner = isNew ? this.newList(path) : this.data.listIn(list, index);
      if (inner === undefined) throw this.notA('list', path);
      const { list: filled, goes } = this.item(inner, next, path, level);
      // Helm stops at a text that ends here, and keeps nothing of what it began.
      if (goes === 'ends') {
        if (isNew) this.forget(path);
        return { list, goes };
      }
      return { list: this.setIndex(list, index, filled, path), goes };
    }
    const there = index < list.length ? this.data.mappingIn(list, index) : undefined;
    const inner = there ?? this.data.mapping();
    if (there === undefined && index < list.length) {
      list[index] = inner;
      this.write(path, {});
    }
    const before = this.writes.length;
    const goes = this.key(inner, path, level);
    if (goes === 'ends') {
      if (index >= list.length) this.writes.length = before;
      return { list, goes };
    }
    if (there === undefined && Object.keys(inner).length === 0) this.write(path, {});
    return { list: this.setIndex(list, index, inner, path), goes };
  }

  private newList(path: Path): unknown[] {
    this.write(path, []);
    return this.data.list();
  }

  /** Takes back the list that was begun at a path, and all in it. */
  private forget(path: Path): void {
    const begun = this.writes.findLastIndex(
      (one) => one.path.length === path.length && one.path.every((step, i) => step === path[i]),
    );
    if (begun >= 0) this.writes.length = begun;
  }

  private setIndex(list: unknown[], index: number, value: unknown, path: Path): unknown[] {
    if (index > maxIndex) {
      throw this.badIndex(`The index ${index} is above ${maxIndex}.`, 'Choose a smaller one.');
    }
    let target = list;
    if (list.length <= index) {
      target = this.data.list(list);
      if (list.length < index) {
        const from = [...path.slice(0, -1), list.length];
        this.writes.push({ path: from, until: index, value: null, range: this.range() });
      }
      while (target.length < index) target.push(null);
    }
    target[index] = value;
    return target;
  }

  private index(): number {
    const { read, stop } = this.text.until(']', this.isLiteral);
    const index = /^[+-]?\d+$/.test(read) ? Number(read) : Number.NaN;
    if (stop === undefined) throw this.badIndex('An index has no end.', 'Write ] after it.');
    if (Number.isNaN(index) || Math.abs(index) > Number.MAX_SAFE_INTEGER) {
      throw this.badIndex(
        `${JSON.stringify(read)} is no index.`,
        'Write a whole number between [ and ].',
      );
    }
    // Go knows no negative zero.
    return index === 0 ? 0 : index;
  }

  private value(): { readonly value: unknown; readonly goes: Goes } {
    if (this.kind === 'set-json') return { value: this.jsonValue(), goes: 'on' };
    if (this.isLiteral) return { value: this.text.until('', true).read, goes: 'on' };
    const first = this.text.next();
    if (first === undefined) return { value: '', goes: 'ends' };
    if (first === '{') return { value: this.braces(), goes: 'on' };
    this.text.back(first);
    return { value: this.scalar(this.text.until(',').read), goes: 'on' };
  }

  private jsonValue(): unknown {
    if (this.text.isBlankUpToComma()) return null;
    const found = jsonValueAt(this.text.text, this.text.at);
    if (found === undefined) {
      throw this.refused(
        'bad-json',
        'The value is no JSON.',
        'Write JSON, with texts in double quotes.',
      );
    }
    this.text.at = found.end;
    this.text.isBlankUpToComma();
    return found.value;
  }

  /** `{x,y}`; an empty one holds an empty text. */
  private braces(): unknown[] {
    const list: unknown[] = [];
    for (;;) {
      const { read, stop } = this.text.until(',}');
      if (stop === undefined) {
        throw this.refused('unclosed-list', 'A list has no end.', 'Write } after its last item.');
      }
      if (stop === ',') {
        list.push(this.scalar(read));
        continue;
      }
      const next = this.text.next();
      if (next !== undefined && next !== ',') this.text.back(next);
      list.push(this.scalar(read));
      return list;
    }
  }

  private scalar(text: string): unknown {
    if (this.kind === 'set-string') return text;
    if (this.kind !== 'set-file') return typedValue(text);
    const content = this.fileText(text);
    if (content !== undefined) return content;
    throw this.refused(
      'unreadable-file',
      `${text === '' ? 'The file' : text} cannot be read.`,
      'Name a file that is there.',
    );
  }

  private write(path: Path, value: unknown): void {
    this.writes.push({ path, value, range: this.range() });
  }

  private range() {
    return { offset: this.start, length: Math.max(0, this.text.at - this.start) };
  }

  private notA(kind: 'mapping' | 'list', path: Path): SetRefused {
    return this.refused(
      'wrong-kind',
      `${pathText(path)} is no ${kind} in what comes before, so nothing can be set in it.`,
      `Set ${pathText(path)} as a whole, or make it a ${kind} in the values file.`,
    );
  }

  private badIndex(message: string, remedy: string): SetRefused {
    return this.refused('bad-index', message, remedy);
  }

  private refused(code: SetProblemCode, message: string, remedy: string): SetRefused {
    const length = Math.max(1, this.text.at - this.start);
    return new SetRefused({ code, message, remedy, range: { offset: this.start, length } });
  }
}
