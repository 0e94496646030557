import { maxLength } from '../../yaml/parse-tree.ts';
import { resolvePlain } from '../../yaml/scalar.ts';
import type { PlainObject } from '../../yaml/value.ts';

/**
 * The data of a document in the plain YAML that Helm and kustomize write, read many times faster
 * than with places of everything. It knows block mappings and lists, one-line scalars and literal
 * blocks, and gives up at anything else, or anything wrong: then the real parser decides. What it
 * does read it reads as that parser does (a property test holds it to that).
 * @returns undefined if it gave up
 */
export function quickData(text: string): PlainObject | undefined {
  if (text.length > maxLength || unusual.test(text)) return undefined;
  const reader = new Reader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error === gaveUp) return undefined;
    throw error;
  }
}

/** Characters that break lines elsewhere, tabs, and what YAML does not allow. */
const unusual = /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe]/;
const gaveUp = new Error('not plain enough');

const lineFeed = 10;
const space = 32;
const hash = 35;
const dash = 45;
const colon = 58;

const maxDepth = 50;
/** Keys that nobody has to think about; the colon is followed by a blank or the end of the line. */
const keyStart = /([A-Za-z][\w./-]{0,200}):(?= |$)/my;
/** What a plain scalar may not begin with. */
const indicator = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$))/;
const quoted = /^(?:"[^"\\]*"|'[^']*')$/;

class Reader {
  private readonly text: string;
  /** The start of the next line, and what is on it. */
  private next = 0;
  /** Of the present line: where its content begins and ends; its indentation. */
  private start = 0;
  private end = 0;
  private indent = -1;

  constructor(text: string) {
    this.text = text;
  }

  document(): PlainObject | undefined {
    if (this.text.startsWith('---\n')) this.next = 4;
    this.advance();
    if (this.indent !== 0 || this.isDash()) throw gaveUp;
    const data = this.mapping(0, 0);
    if (this.indent >= 0) throw gaveUp;
    return data;
  }

  /** Goes to the next line with content; at the end the indentation is -1. */
  private advance(): void {
    const { text } = this;
    for (;;) {
      const from = this.next;
      if (from >= text.length) {
        this.indent = -1;
        return;
      }
      const found = text.indexOf('\n', from);
      const end = found < 0 ? text.length : found;
      this.next = end + 1;
      let at = from;
      while (at < end && text.charCodeAt(at) === space) at++;
      if (at === end || text.charCodeAt(at) === hash) continue;
      this.start = at;
      this.end = end;
      while (text.charCodeAt(this.end - 1) === space) this.end--;
      this.indent = at - from;
      if (this.indent === 0 && (text.startsWith('---', at) || text.startsWith('...', at))) {
        throw gaveUp;
      }
      return;
    }
  }

  private isDash(): boolean {
    const { text, start, end } = this;
    if (text.charCodeAt(start) !== dash) return false;
    return start + 1 === end || text.charCodeAt(start + 1) === space;
  }

  /** The mapping whose keys stand at `indent`; the present line has the first. */
  private mapping(indent: number, depth: number): PlainObject {
    if (depth > maxDepth) throw gaveUp;
    const object: PlainObject = {};
    while (this.indent === indent && !this.isDash()) {
      keyStart.lastIndex = this.start;
      const key = keyStart.exec(this.text)?.[1];
      // A key such as `on` is not the text that it seems to be.
      if (key === undefined || (key.length < 6 && resolvePlain(key) !== key)) throw gaveUp;
      if (Object.hasOwn(object, key)) throw gaveUp;
      object[key] = this.value(this.start + key.length + 1, indent, depth, true);
    }
    if (this.indent > indent) throw gaveUp;
    return object;
  }

  /** The list whose dashes stand at `indent`. */
  private list(indent: number, depth: number): unknown[] {
    if (depth > maxDepth) throw gaveUp;
    const items: unknown[] = [];
    while (this.indent === indent && this.isDash()) {
      let at = this.start + 1;
      while (at < this.end && this.text.charCodeAt(at) === space) at++;
      keyStart.lastIndex = at;
      if (at < this.end && keyStart.test(this.text)) {
        // The first key of a mapping stands behind the dash.
        this.indent += at - this.start;
        this.start = at;
        items.push(this.mapping(this.indent, depth + 1));
      } else items.push(this.value(this.start + 1, indent, depth, false));
    }
    if (this.indent > indent) throw gaveUp;
    return items;
  }

  /** What follows a key's colon or a dash, on its line or below. Goes to the line after it. */
  private value(from: number, indent: number, depth: number, isKey: boolean): unknown {
    const { text, end } = this;
    let at = from;
    while (at < end && text.charCodeAt(at) === space) at++;
    if (at >= end || (text.charCodeAt(at) === hash && at > from)) {
      this.advance();
      return this.below(indent, depth, isKey);
    }
    const source = text.slice(at, end);
    if (source === '|' || source === '|-') return this.literal(indent, source === '|-');
    const value = scalar(source);
    this.advance();
    // A line further in would go on with a plain scalar.
    if (this.indent > indent) throw gaveUp;
    return value;
  }

  /** A value on the lines below its key or dash. */
  private below(indent: number, depth: number, isKey: boolean): unknown {
    if (this.indent > indent) {
      if (this.isDash()) return this.list(this.indent, depth + 1);
      return this.mapping(this.indent, depth + 1);
    }
    // A list may stand at the indentation of its key.
    if (isKey && this.indent === indent && this.isDash()) return this.list(indent, depth + 1);
    return null;
  }

  /** A literal block; `chomp`: without its last line breaks. */
  private literal(indent: number, chomp: boolean): string {
    const { text } = this;
    let inside = -1;
    let lines = '';
    while (this.next < text.length) {
      const from = this.next;
      const found = text.indexOf('\n', from);
      // Without a line break at the end of the file the rules differ.
      if (found < 0) throw gaveUp;
      let at = from;
      while (text.charCodeAt(at) === space) at++;
      if (at < found) {
        if (inside < 0 && at - from > indent) inside = at - from;
        if (at - from < inside || inside < 0) break;
      } else if (inside < 0 || at - from > inside) throw gaveUp;
      lines += at < found ? text.slice(from + inside, found + 1) : '\n';
      this.next = found + 1;
    }
    if (inside < 0) throw gaveUp;
    this.advance();
    if (this.indent > indent) throw gaveUp;
    let end = lines.length;
    while (end > 0 && lines.charCodeAt(end - 1) === lineFeed) end--;
    return chomp ? lines.slice(0, end) : `${lines.slice(0, end)}\n`;
  }
}

/** A list such as `["sh", "-c"]`: JSON, with nothing in it but plain strings. */
function words(source: string): unknown {
  if (source === '[]') return [];
  if (!/^\["[^"\\]*"(?:, ?"[^"\\]*")*\]$/.test(source)) throw gaveUp;
  return JSON.parse(source);
}

/** A scalar on one line, or an empty collection. */
function scalar(source: string): unknown {
  if (source === '{}') return {};
  if (source.startsWith('[')) return words(source);
  const first = source.charCodeAt(0);
  if (first === 34 || first === 39) {
    if (!quoted.test(source)) throw gaveUp;
    return source.slice(1, -1);
  }
  if (indicator.test(source) || source.includes(' #') || source.includes(': ')) throw gaveUp;
  if (source.charCodeAt(source.length - 1) === colon) throw gaveUp;
  return resolvePlain(source);
}
