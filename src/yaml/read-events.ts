import { EVENT_ID, type Event, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { lineStart } from './trivia.ts';

/** How deep collections may nest; js-yaml counts the same way. */
export const maxDepth = 100;

/** A text as js-yaml could read it, and the way back to the offsets of the user's own. */
export interface EventStream {
  readonly source: string;
  readonly events: readonly Event[];
  /** From an offset in `source` to one in the user's text. */
  readonly original: (offset: number) => number;
}

export interface ReadFailure {
  readonly reason: string;
  /** In the user's text. */
  readonly offset: number;
  /** The text that the parser saw, and the place in it, for finding out more. */
  readonly source: string;
  readonly sourceOffset: number;
  readonly original: (offset: number) => number;
  /** Offsets in `source` of lines that had to be indented, in order. */
  readonly repairs: readonly number[];
}

/** More than any sane nesting needs; leading blanks mean nothing inside flow collections and quotes. */
const padding = ' '.repeat(64);
/** Each repair parses again, so the total of characters read is bounded: about two seconds. */
const workLimit = 10_000_000;

/**
 * Parses, and indents what js-yaml alone insists on: the lines of a flow collection or a quoted
 * scalar that stand at their parent's indentation, such as a closing bracket at column 0. Go, and
 * so Helm, reads them.
 */
export function readEvents(text: string): EventStream | ReadFailure {
  const first = readRepaired(text, new Set(), 0);
  if ('events' in first || !isShallow(first.reason)) return first;
  const closers = closingLines(text);
  const all = readRepaired(text, closers);
  if ('events' in all) {
    const inTexts = repairsInTexts(all);
    if (inTexts.length === 0) return all;
    for (const start of inTexts) closers.delete(start);
    const fewer = readRepaired(text, closers);
    if ('events' in fewer && repairsInTexts(fewer).length === 0) return fewer;
  }
  return readRepaired(text, new Set());
}

/** @param starts the lines of `text` to indent, by their offsets */
function readRepaired(
  text: string,
  starts: Set<number>,
  limit = workLimit,
): (EventStream & { readonly repairs: readonly number[] }) | ReadFailure {
  let work = 0;
  for (;;) {
    const sorted = [...starts].sort((a, b) => a - b);
    const source = indented(text, sorted);
    const repairs = sorted.map((start, index) => start + padding.length * index);
    const original = backTo(repairs);
    const attempt = tryEvents(source);
    if ('events' in attempt) return { source, events: attempt.events, original, repairs };
    const { reason, offset } = attempt;
    work += 2 * offset + source.length / 10;
    const failure = {
      reason,
      offset: original(offset),
      source,
      sourceOffset: offset,
      original,
      repairs,
    };
    if (!isShallow(reason) || work > limit) return failure;
    const line = startOfLine(text, failure.offset);
    if (starts.has(line)) return failure;
    const more = linesToIndent(text, line, stateAt(source, startOfLine(source, offset)));
    if (more === undefined) return failure;
    for (const start of more) starts.add(start);
  }
}

function isShallow(reason: string): boolean {
  return reason.includes('deficient indentation');
}

function indented(text: string, starts: readonly number[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const start of starts) {
    pieces.push(text.slice(end, start), padding);
    end = start;
  }
  return pieces.join('') + text.slice(end);
}

/** Lines of nothing but closing brackets: the usual case, indented all at once. */
function closingLines(text: string): Set<number> {
  const lines = text.matchAll(/^ *[\]}][\]}, \t]*(?:#.*)?$/gm);
  return new Set([...lines].map((line) => line.index));
}

/** The lines, in the user's text, that were indented although they belong to the text of a block scalar. */
function repairsInTexts(stream: EventStream & { readonly repairs: readonly number[] }): number[] {
  const found: number[] = [];
  let next = 0;
  for (const event of stream.events) {
    if (event.type !== EVENT_ID.SCALAR || event.style < SCALAR_STYLE.LITERAL_BLOCK) continue;
    for (; next < stream.repairs.length; next++) {
      const start = stream.repairs[next] ?? 0;
      if (start >= event.valueEnd) break;
      if (start >= event.valueStart) found.push(stream.original(start));
    }
  }
  return found;
}

/** Why the text in front of an offset is not complete, trailing blanks aside. */
export function stateAt(source: string, offset: number): string {
  const before = tryEvents(source.slice(0, offset).trimEnd());
  return 'reason' in before ? before.reason : '';
}

/**
 * The starts of the lines to indent so that the parser gets past the one at `line`: those of the
 * quoted scalar or the brackets that it lies in.
 * @returns undefined for a quote that is never closed.
 */
function linesToIndent(text: string, line: number, state: string): readonly number[] | undefined {
  const open = quoteOf(state);
  let quote: string | undefined = open;
  let depth = 1;
  const starts = [line];
  for (let i = line; i < text.length; i++) {
    const char = text[i];
    if (char === '\n' || (char === '\r' && text[i + 1] !== '\n')) starts.push(i + 1);
    else if (quote !== undefined) {
      if (char === '\\' && quote === '"' && !/[\r\n]/.test(text[i + 1] ?? '')) i++;
      else if (char === quote) {
        if (quote === "'" && text[i + 1] === "'") i++;
        else if (open !== undefined) return starts;
        else quote = undefined;
      }
    } else if ((char === '"' || char === "'") && /[\s,[{:]/.test(text[i - 1] ?? ' ')) quote = char;
    else if (char === '#' && /\s/.test(text[i - 1] ?? ' ')) {
      while (i + 1 < text.length && !/[\r\n]/.test(text[i + 1] ?? '')) i++;
    } else if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && --depth === 0) return starts;
  }
  return open === undefined ? [line] : undefined;
}

/** One parse without repairs. */
export function tryEvents(
  source: string,
): { readonly events: readonly Event[] } | { readonly reason: string; readonly offset: number } {
  try {
    return { events: parseEvents(source, { maxDepth }) };
  } catch (error) {
    if (error instanceof YAMLException) {
      return { reason: error.reason, offset: error.mark?.position ?? 0 };
    }
    return { reason: error instanceof Error ? error.message : String(error), offset: 0 };
  }
}

/** Which quote a failure at the end of a cut text says is open. */
export function quoteOf(reason: string): '"' | "'" | undefined {
  if (reason.includes('within a single quoted')) return "'";
  return reason.includes('within a double quoted') ? '"' : undefined;
}

/** As `lineStart`, but a byte order mark counts as part of its line. */
function startOfLine(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start === 1 && text[0] === '\uFEFF' ? 0 : start;
}

function backTo(repairs: readonly number[]): (offset: number) => number {
  if (repairs.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = repairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((repairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return offset;
    const last = repairs[low - 1] ?? 0;
    return offset - (low - 1) * padding.length - Math.min(padding.length, offset - last);
  };
}
