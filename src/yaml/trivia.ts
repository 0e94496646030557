/** Blanks, line breaks and comments between the tokens of a YAML text. */

/** The offset of the next token at or after `offset`, which is the end of a token. */
export function skipTrivia(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const char = text[at];
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') at++;
    else if (char === '\uFEFF' && at === 0) at++;
    else if (char === '#') at = lineEnd(text, at);
    else return at;
  }
}

/** The offset of the line break that ends the line of `offset`, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The offset at which the line of `offset` starts, after a byte order mark. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at === 0 && text[0] === '\uFEFF' && offset > 0 ? 1 : at;
}

/** The offset after the line break at `offset`, which is an end of line; the same at the end of the text. */
export function afterBreak(text: string, offset: number): number {
  if (text[offset] === '\r') return text[offset + 1] === '\n' ? offset + 2 : offset + 1;
  return text[offset] === '\n' ? offset + 1 : offset;
}

/** The offset of the line break that ends at `start`, which is a start of line. */
export function breakBefore(text: string, start: number): number {
  if (text[start - 1] === '\n') return text[start - 2] === '\r' ? start - 2 : start - 1;
  return text[start - 1] === '\r' ? start - 1 : start;
}

/** The column of an offset, from 0, not counting a byte order mark. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether nothing but blanks stands before `offset` on its line. */
export function firstOnLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/**
 * Where a block scalar ends: after its last line of text, without the line break. With `+` the
 * empty lines at its end belong to it.
 * @param start the offset of its `|` or `>`
 */
export function blockScalarEnd(
  text: string,
  start: number,
  event: { readonly valueStart: number; readonly valueEnd: number; readonly indent: number },
): number {
  const header = /^[|>][-+0-9]*/.exec(text.slice(start, start + 8))?.[0] ?? '|';
  let end = withoutBreak(text, event.valueEnd, event.valueStart);
  if (header.includes('+') && event.valueEnd > event.valueStart) return end;
  while (end >= event.valueStart && event.valueEnd > event.valueStart) {
    const from = Math.max(lineStart(text, end), event.valueStart);
    const line = text.slice(from, end);
    if (event.indent >= 0 && !(/^ *$/.test(line) && line.length <= event.indent)) return end;
    if (from <= event.valueStart) break;
    end = withoutBreak(text, from, event.valueStart);
  }
  return start + header.length;
}

/** Steps back over one line break that ends at `offset`. */
function withoutBreak(text: string, offset: number, floor: number): number {
  return Math.max(breakBefore(text, offset), Math.min(floor, offset));
}

/** A text without the line breaks at its end. */
export function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return text.slice(0, end);
}
