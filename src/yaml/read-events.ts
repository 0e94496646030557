import { type Event, parseEvents, YAMLException } from 'js-yaml';

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
const workLimit = 12_000_000;

/**
 * Parses, and indents what js-yaml alone insists on: the lines of a flow collection or a quoted
 * scalar that stand at their parent's indentation, such as a closing bracket at column 0. Go, and
 * so Helm, reads them.
 */
export function readEvents(text: string): EventStream | ReadFailure {
  let source = text;
  let work = 0;
  const repairs: number[] = [];
  for (;;) {
    const original = backTo(repairs);
    const attempt = tryEvents(source);
    if ('events' in attempt) return { source, events: attempt.events, original };
    work += attempt.offset;
    const failure: ReadFailure = {
      reason: attempt.reason,
      offset: original(attempt.offset),
      source,
      sourceOffset: attempt.offset,
      original,
      repairs,
    };
    if (!attempt.reason.includes('deficient indentation') || work > workLimit) return failure;
    const lines = linesToIndent(source, startOfLine(source, attempt.offset));
    if (lines === undefined) return failure;
    work += attempt.offset;
    const pieces: string[] = [];
    let end = 0;
    for (const [index, start] of lines.entries()) {
      repairs.push(start + padding.length * index);
      pieces.push(source.slice(end, start), padding);
      end = start;
    }
    source = pieces.join('') + source.slice(end);
  }
}

/**
 * The starts of the lines to indent so that the parser gets past the one at `lineStart`: all
 * others of a quoted scalar at once.
 * @returns undefined for a quote that is never closed.
 */
function linesToIndent(source: string, lineStart: number): readonly number[] | undefined {
  const inside = tryEvents(source.slice(0, lineStart));
  const quote = 'reason' in inside ? quoteOf(inside.reason) : undefined;
  if (quote === undefined) return [lineStart];
  const starts = [lineStart];
  for (let i = lineStart; i < source.length; i++) {
    const char = source[i];
    if (char === quote) {
      if (quote === "'" && source[i + 1] === "'") i++;
      else return starts;
    } else if (char === '\\' && quote === '"' && source[i + 1] !== '\r' && source[i + 1] !== '\n') {
      i++;
    } else if (char === '\n' || (char === '\r' && source[i + 1] !== '\n')) {
      starts.push(i + 1);
    }
  }
  return undefined;
}

/** Which quote a failure at the end of a cut text says is open. */
export function quoteOf(reason: string): '"' | "'" | undefined {
  if (reason.includes('within a single quoted')) return "'";
  return reason.includes('within a double quoted') ? '"' : undefined;
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

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

function backTo(repairs: readonly number[]): (offset: number) => number {
  if (repairs.length === 0) return (offset) => offset;
  // Repairs are made front to back, so the list is sorted and its offsets hold in the final source.
  const starts = [...repairs];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return offset;
    const last = starts[low - 1] ?? 0;
    return offset - (low - 1) * padding.length - Math.min(padding.length, offset - last);
  };
}
