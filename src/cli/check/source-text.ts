import type { View } from '../../sources/views/view.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { rangeAt, rangeEnd } from '../../yaml/locate.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { applyEdits, type TextEdit, type TextRange } from '../../yaml/text-edit.ts';
import { type Disclosure, disclosureOf } from '../disclose/disclosure.ts';
import { Discretion } from '../disclose/discretion.ts';
import { isPlainKey } from '../disclose/harmless.ts';
import { maskedLine, maskedUnread } from '../disclose/masked-line.ts';
import type { Place, Region, Replacement } from '../report/report.ts';

const byteOrderMark = '\uFEFF';

/** How much of a file comes before a text. */
interface TextStart {
  readonly line: number;
  readonly byte: number;
  readonly column?: number;
}

/** A text that is a document within another. */
interface Within {
  readonly host: SourceText;
  readonly view: View;
}

/** A text that is all or part of a file, and so knows where its ranges are in that file. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  private readonly within: Within | undefined;
  private readonly line: number;
  private readonly byte: number;
  private readonly column: number;
  private index: LineIndex | undefined;
  private parsed: YamlTree | undefined;
  private counted = { offset: 0, bytes: 0 };
  private disclosed: Disclosure | undefined;
  private saying: Discretion | undefined;

  /** @param start how much of the file comes before: lines, bytes, and columns of the first line */
  constructor(
    file: string,
    text: string,
    start: TextStart = { line: 0, byte: 0 },
    within?: Within | undefined,
  ) {
    this.file = file;
    this.text = text;
    this.within = within;
    this.line = start.line;
    this.byte = start.byte;
    this.column = start.column ?? 0;
  }

  /** A piece of this text as one of its own, which knows where it is in the file. */
  piece(text: string, offset: number): SourceText {
    const { line, column } = this.lines.positionAt(offset);
    const start = {
      line: this.line + line - 1,
      byte: this.bytesBefore(offset),
      column: column - 1,
    };
    return new SourceText(this.file, text, start);
  }

  /** A document within this text as one of its own; its places are those of the file. */
  inner(view: View): SourceText {
    return new SourceText(this.file, view.text, undefined, { host: this, view });
  }

  /** Counted on from the last place asked for: in a long text most come in order. */
  private bytesBefore(offset: number): number {
    const known = offset < this.counted.offset ? { offset: 0, bytes: 0 } : this.counted;
    const bytes = known.bytes + Buffer.byteLength(this.text.slice(known.offset, offset));
    this.counted = { offset, bytes };
    return this.byte + bytes;
  }

  /** The text as a tree; only made when somebody asks. */
  get tree(): YamlTree {
    this.parsed ??= parseTree(this.text);
    return this.parsed;
  }

  /** Says messages about this text without what of it may not be printed. */
  get discretion(): Discretion {
    this.saying ??= new Discretion(this.disclosure);
    return this.saying;
  }

  /** As `discretion`, for a message about a place that could not be read. */
  discretionAt(range: TextRange): Discretion {
    const first = this.lines.positionAt(range.offset).line;
    const last = Math.min(this.lines.positionAt(rangeEnd(range)).line, first + 20);
    const lines = Array.from({ length: last - first + 1 }, (_, n) =>
      this.lines.lineText(first + n),
    );
    const unread = lines.join('\n').slice(0, 10_000);
    const words = unread.match(/\S+/g) ?? [];
    const isKey = (word: string) => word.endsWith(':') && isPlainKey(word.slice(0, -1));
    return new Discretion({
      hidden: words.filter((word) => !isKey(word)),
      shown: words.filter(isKey).map((word) => word.slice(0, -1)),
      unread,
    });
  }

  private get disclosure(): Disclosure {
    this.disclosed ??= disclosureOf(this.tree);
    return this.disclosed;
  }

  /** A line without what may not be printed. */
  private maskedLine(line: number): string {
    const raw = this.lines.lineText(line);
    if (this.tree.root === undefined) return maskedUnread(raw);
    const start = this.lines.offsetAt({ line, column: 1 });
    return maskedLine(this.text, start, start + raw.length, this.disclosure.stretches);
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
      excerpt: isFirst
        ? this.maskedLine(line).slice(1)
        : this.indented(this.maskedLine(line), line),
    };
  }

  /** A line as wide as in the file; nothing for a line that is all of a file of megabytes. */
  private indented(excerpt: string, line: number): string {
    if (this.within !== undefined) {
      const start = this.lines.offsetAt({ line, column: 1 });
      return ' '.repeat(this.position(start).column - 1) + excerpt;
    }
    if (line > 1 || this.column === 0) return excerpt;
    return this.column < 1000 ? ' '.repeat(this.column) + excerpt : '';
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

  /** Edits of the text as edits of the file. */
  replacements(edits: readonly TextEdit[]): readonly Replacement[] {
    const { within } = this;
    if (within !== undefined) return within.host.replacements(within.view.editsToHost(edits));
    return edits.map(({ offset, length, text }) => ({
      region: this.regionOf({ offset, length }),
      text,
    }));
  }

  /** Whether it is this text, or a document within it. */
  isIn(around: SourceText): boolean {
    return this === around || this.within?.host.isIn(around) === true;
  }

  /** The text of the file after edits of documents within it, which do not overlap. */
  changed(
    edited: readonly { readonly source: SourceText; readonly edits: readonly TextEdit[] }[],
  ): string {
    const all = edited.flatMap(({ source, edits }) => source.editsIn(this, edits));
    return all.length === 0 ? this.text : applyEdits(this.text, all);
  }

  /** Edits of this text as edits of one around it. */
  private editsIn(around: SourceText, edits: readonly TextEdit[]): readonly TextEdit[] {
    const { within } = this;
    if (this === around || within === undefined) return edits;
    return within.host.editsIn(around, within.view.editsToHost(edits));
  }

  private regionOf(range: TextRange): Region {
    const { within } = this;
    if (within !== undefined) return within.host.regionOf(within.view.toHost(range));
    const start = this.position(range.offset);
    const end = this.position(rangeEnd(range));
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      byteOffset: this.bytesBefore(range.offset),
      byteLength: Buffer.byteLength(this.text.slice(range.offset, rangeEnd(range))),
    };
  }

  /** As editors count, which do not show a byte order mark. */
  private position(offset: number): { line: number; column: number } {
    const { within } = this;
    if (within !== undefined) {
      return within.host.position(within.view.toHost({ offset, length: 0 }).offset);
    }
    const { line, column } = this.lines.positionAt(offset);
    const hidden = line === 1 && this.line === 0 && this.text.startsWith(byteOrderMark) ? 1 : 0;
    const before = line === 1 ? this.column : 0;
    return { line: this.line + line, column: Math.max(1, before + column - hidden) };
  }

  private get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
