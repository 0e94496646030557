/** A place in a text as people and Monaco count: both from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates between offsets and lines. Lines end at \n, \r\n or \r, as in Monaco. */
export class LineIndex {
  readonly text: string;
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.starts = lineStarts(text);
  }

  /** The number of lines; an empty text has one. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.starts[low] ?? 0) + 1 };
  }

  /** The offset of a position; a column past the end of its line gives the end, a line past the last gives the end of the text. */
  offsetAt({ line, column }: Position): number {
    if (line < 1) return 0;
    const start = this.starts[line - 1];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(0, column - 1), this.lineEnd(line));
  }

  /** The text of a line (from 1) without its line break; empty outside the text. */
  lineText(line: number): string {
    const start = this.starts[line - 1];
    return start === undefined ? '' : this.text.slice(start, this.lineEnd(line));
  }

  private lineEnd(line: number): number {
    const next = this.starts[line];
    if (next === undefined) return this.text.length;
    const crlf = this.text[next - 1] === '\n' && this.text[next - 2] === '\r';
    return next - (crlf ? 2 : 1);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 13 || code === 10) starts.push(i + 1);
  }
  return starts;
}
