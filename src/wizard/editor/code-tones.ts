/*
 * The colours of a YAML text, line by line: one small scanner for the plain listing and for
 * Monaco, so that nothing changes when the editor takes the listing's place. It only colours; what
 * the text means is src/yaml's to say.
 */

/** Two tones carry the text; marks and comments step back. */
export type CodeTone = 'key' | 'value' | 'comment' | 'mark';

/** A stretch of one tone, up to the next span or the end of the line. */
export interface Span {
  readonly start: number;
  readonly tone: CodeTone;
}

/** What the lines before have left open. */
export interface LineState {
  /** Lines indented deeper than this belong to a block scalar. */
  readonly block: number | undefined;
  readonly quote: '"' | "'" | undefined;
  /** How many flow collections are open. */
  readonly depth: number;
}

export const firstLineState: LineState = { block: undefined, quote: undefined, depth: 0 };

export interface TonedLine {
  readonly spans: readonly Span[];
  readonly after: LineState;
}

const blank = /[^\S\n]+/y;
const indicator = /[-?](?=\s|$)/y;
const blockHeader = /[|>][-+\d]*(?=\s*(?:#.*)?$)/y;
const property = /[&*!][^\s,[\]{}]*/y;
const plainInBlock = /(?:[^:\s]|:(?=\S)|\s+(?=[^#\s]))+/y;
const plainInFlow = /(?:[^:\s,[\]{}]|:(?=[^\s,[\]{}])|\s+(?=[^#:\s,[\]{}]))+/y;
const quoteEnds = { '"': /(?:[^"\\]|\\.)*"/y, "'": /(?:[^']|'')*'(?!')/y };
const keyFollows = /\s*:(?=\s|$)/y;

/** The length of what `pattern` matches at `at`; 0 if it does not. */
function lengthAt(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0].length ?? 0;
}

/** Colours one line, given what the lines before left open. */
export function toneLine(line: string, before: LineState): TonedLine {
  const indent = lengthAt(blank, line, 0);
  if (before.block !== undefined && (indent === line.length || indent > before.block)) {
    return { spans: [{ start: 0, tone: 'value' }], after: before };
  }
  return scan(line, { ...before, block: undefined });
}

function scan(line: string, before: LineState): TonedLine {
  const spans: Span[] = [];
  let { block, quote, depth } = before;
  let at = 0;
  /** Where the key or dash that owns a block scalar stands. */
  let owner = 0;
  /** Whether a `?` says that what follows is a key. */
  let explicitKey = false;
  const add = (tone: CodeTone, length: number) => {
    spans.push({ start: at, tone });
    at += length;
  };
  const addQuoted = (open: '"' | "'", from: number) => {
    const inside = lengthAt(quoteEnds[open], line, from);
    const length = inside === 0 ? line.length - at : from - at + inside;
    quote = inside === 0 ? open : undefined;
    const isKey =
      explicitKey || (quote === undefined && lengthAt(keyFollows, line, at + length) > 0);
    if (isKey && depth === 0) owner = at;
    add(isKey ? 'key' : 'value', length);
  };

  if (quote !== undefined) addQuoted(quote, 0);
  while (at < line.length) {
    at += lengthAt(blank, line, at);
    const character = line[at];
    if (character === undefined) break;
    if (character === '#') {
      add('comment', line.length - at);
    } else if (character === '"' || character === "'") {
      addQuoted(character, at + 1);
    } else if (depth === 0 && lengthAt(indicator, line, at) > 0) {
      owner = at;
      explicitKey = character === '?';
      add('mark', 1);
    } else if (depth === 0 && lengthAt(blockHeader, line, at) > 0) {
      block = owner;
      add('mark', lengthAt(blockHeader, line, at));
    } else if ('[{'.includes(character)) {
      depth++;
      add('value', 1);
    } else if (depth > 0 && ']}'.includes(character)) {
      depth--;
      add('value', 1);
    } else if (character === ':' || (depth > 0 && character === ',')) {
      add('mark', 1);
    } else if (lengthAt(property, line, at) > 0) {
      add('value', lengthAt(property, line, at));
    } else {
      const length = Math.max(1, lengthAt(depth === 0 ? plainInBlock : plainInFlow, line, at));
      const isKey = explicitKey || lengthAt(keyFollows, line, at + length) > 0;
      if (isKey && depth === 0) owner = at;
      add(isKey ? 'key' : 'value', length);
    }
  }
  return { spans, after: { block, quote, depth } };
}

/** Colours all lines of a text. */
export function toneLines(lines: readonly string[]): readonly (readonly Span[])[] {
  let state = firstLineState;
  return lines.map((line) => {
    const { spans, after } = toneLine(line, state);
    state = after;
    return spans;
  });
}
