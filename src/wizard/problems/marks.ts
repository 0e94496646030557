import type { Assessment, DocumentProblem } from '../../agent/assess/assessment.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { placeOf, readingOf } from '../../agent/settings/places/places.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { entryLines, rangeAt, rangeEnd } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import type { YamlProblem } from '../../yaml/problem.ts';
import { type ChangedLines, changedLines, type LineSpan } from '../../yaml/text-diff.ts';
import type { TextRange } from '../../yaml/text-edit.ts';

/** A stretch of one line, columns from 1 in the text without its byte order mark. */
export interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface ProblemMark extends Stretch {
  readonly problem: Problem;
}

/** Where a text cannot be read. */
export interface UnreadMark extends Stretch {
  readonly unread: YamlProblem;
}

/** All that is drawn on one document besides its text. */
export interface Marks {
  readonly problems: readonly ProblemMark[];
  readonly unread: readonly UnreadMark[];
  readonly changed: ChangedLines;
  /** The lines of the field that has the focus. */
  readonly focused: LineSpan | undefined;
}

const indexes = new WeakMap<YamlTree, LineIndex>();

function lineIndexOf(tree: YamlTree): LineIndex {
  const known = indexes.get(tree);
  if (known) return known;
  const made = new LineIndex(tree.text);
  indexes.set(tree, made);
  return made;
}

/** The line of an offset in a document's text. */
export function lineAt(tree: YamlTree, offset: number): number {
  return lineIndexOf(tree).positionAt(offset).line;
}

/** Where to point for a path: its value, its key where the value is longer, or what it should be in. */
export function stretchAt(tree: YamlTree, path: Path): Stretch {
  const lines = lineIndexOf(tree);
  const { range, key } = rangeAt(tree, path);
  const isElsewhere = key && (spansLines(lines, range) || isBelow(lines, range, key));
  return stretch(lines, isElsewhere ? key : range);
}

function stretch(lines: LineIndex, place: TextRange): Stretch {
  const start = lines.positionAt(place.offset);
  const end = lines.positionAt(rangeEnd(place));
  const byteOrderMark = start.line === 1 && lines.text.startsWith('\uFEFF') ? 1 : 0;
  const to = end.line === start.line ? end.column : lines.lineText(start.line).length + 1;
  return {
    line: start.line,
    from: Math.max(1, start.column - byteOrderMark),
    to: to - byteOrderMark,
  };
}

function spansLines(lines: LineIndex, range: TextRange): boolean {
  return lines.positionAt(range.offset).line !== lines.positionAt(rangeEnd(range)).line;
}

function isBelow(lines: LineIndex, range: TextRange, key: TextRange): boolean {
  return lines.positionAt(range.offset).line !== lines.positionAt(key.offset).line;
}

/** The lines of a place, or of what it should be in. */
function linesAt(tree: YamlTree, path: Path): LineSpan {
  const lines = lineIndexOf(tree);
  const range = entryLines(tree, path);
  const first = lines.positionAt(range.offset).line;
  const end = lines.positionAt(rangeEnd(range));
  const last = end.column === 1 ? end.line - 1 : end.line;
  return { first, last: Math.max(first, last) };
}

/** A missing answer belongs to all the lines around it only while those can be taken in at once. */
const focusedLinesLimit = 16;

function focusedLines(
  assessment: Assessment,
  document: DocumentName,
  field: string | undefined,
): LineSpan | undefined {
  if (field === undefined) return undefined;
  const place =
    placeOf(field, readingOf(assessment)) ??
    assessment.problems.find((problem) => problem.field === field);
  if (place?.document !== document) return undefined;
  const tree = assessment.trees[document];
  const lines = linesAt(tree, place.path);
  if (rangeAt(tree, place.path).exact || lines.last - lines.first < focusedLinesLimit) return lines;
  return { first: lines.first, last: lines.first };
}

/** The marks of a document that can be read. */
export function marksOf(
  assessment: Assessment,
  document: DocumentName,
  original: string,
  field: string | undefined,
): Marks {
  const tree = assessment.trees[document];
  return {
    problems: assessment.problems
      .filter((problem) => problem.document === document)
      .map((problem) => ({ problem, ...stretchAt(tree, problem.path) })),
    unread: [],
    changed: changedLines(original, tree.text),
    focused: focusedLines(assessment, document, field),
  };
}

/** The marks of a document that cannot be read: where and why, and nothing that needs its meaning. */
export function marksOfUnread(
  text: string,
  problems: readonly DocumentProblem[],
  original: string,
): Marks {
  const lines = new LineIndex(text);
  return {
    problems: [],
    unread: problems.map(({ problem }) => ({ unread: problem, ...stretch(lines, problem.range) })),
    changed: changedLines(original, text),
    focused: undefined,
  };
}
