import { LineIndex } from '../../yaml/line-index.ts';
import { rangeAt, rangeEnd } from '../../yaml/locate.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import type { TextEdit, TextRange } from '../../yaml/text-edit.ts';
import type { Place, Region, Replacement } from '../report/report.ts';

const byteOrderMark = '\uFEFF';

/** A text that is all or part of a file, and so knows where its ranges are in that file. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  private readonly line: number;
  private readonly byte: number;
  private index: LineIndex | undefined;
  private parsed: YamlTree | undefined;

  constructor(file: string, text: string, start = { line: 0, byte: 0 }) {
    this.file = file;
    this.text = text;
    this.line = start.line;
    this.byte = start.byte;
  }

  /** The text as a tree; only made when somebody asks. */
  get tree(): YamlTree {
    this.parsed ??= parseTree(this.text);
    return this.parsed;
  }

  /** The place of a range; of one that spans lines, its first line is pointed at. */
  placeOf(range: TextRange): Place {
    const { line, column } = this.lines.positionAt(range.offset);
    const excerpt = this.lines.lineText(line);
    const rest = Math.max(0, excerpt.length - column + 1);
    const length = Math.min(range.length, rest);
    const isFirst = line === 1 && this.line === 0 && excerpt.startsWith(byteOrderMark);
    return {
      file: this.file,
      region: this.regionOf({ offset: range.offset, length }),
      excerpt: isFirst ? excerpt.slice(1) : excerpt,
    };
  }

  /** The place to point at for a path: its value, or its key where the value is longer. */
  placeAt(path: Path): Place {
    const { range, key } = rangeAt(this.tree, path);
    const lineOf = (offset: number) => this.lines.positionAt(offset).line;
    const first = lineOf(range.offset);
    const isLong = first !== lineOf(rangeEnd(range));
    const isBelow = key !== undefined && first !== lineOf(key.offset);
    return this.placeOf(key && (isLong || isBelow) ? key : range);
  }

  /** An edit of the text as one of the file. */
  replacement({ offset, length, text }: TextEdit): Replacement {
    return { region: this.regionOf({ offset, length }), text };
  }

  private regionOf(range: TextRange): Region {
    const start = this.position(range.offset);
    const end = this.position(rangeEnd(range));
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      byteOffset: this.byte + Buffer.byteLength(this.text.slice(0, range.offset)),
      byteLength: Buffer.byteLength(this.text.slice(range.offset, rangeEnd(range))),
    };
  }

  /** As editors count, which do not show a byte order mark. */
  private position(offset: number): { line: number; column: number } {
    const { line, column } = this.lines.positionAt(offset);
    const hidden = line === 1 && this.line === 0 && this.text.startsWith(byteOrderMark) ? 1 : 0;
    return { line: this.line + line, column: Math.max(1, column - hidden) };
  }

  private get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
