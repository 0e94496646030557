import type { Change, PlainValue } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import { changedData } from '../../../yaml/plain-data.ts';
import type { DocumentChange, DocumentName } from '../../documents/documents.ts';
import { valueIn } from '../../documents/plain.ts';

/** End-of-line comments beside what is written, by path relative to the value (joined with `/`). */
export type Comments = Readonly<Record<string, string>>;

/** A wish that no change of the data can meet, and the place in the way. */
export interface Conflict {
  readonly document: DocumentName;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
  /** What would have been done. */
  readonly change: Change;
}

/**
 * A document's data while changes are worked out. Each change shows in the data at once, so that
 * the next one starts from there: paths are as the changes applied one after another meet them.
 */
export class ChangingData {
  readonly changes: DocumentChange[] = [];
  readonly conflicts: Conflict[] = [];
  private readonly document: DocumentName;
  private data: unknown;

  constructor(document: DocumentName, data: unknown) {
    this.document = document;
    this.data = data;
  }

  at(path: Path): unknown {
    return valueIn(this.data, path);
  }

  set(path: Path, value: PlainValue, comments?: Comments): void {
    this.make({ op: 'set', path, value, ...(comments && { comments }) });
  }

  append(path: Path, value: PlainValue, comments?: Comments): void {
    this.make({
      op: 'append',
      path,
      value,
      ...(comments && { comments: atEitherPlace(comments) }),
    });
  }

  remove(path: Path): void {
    if (this.at(path) !== undefined) this.make({ op: 'remove', path });
  }

  /** Removes items of a list, given by index in any order. */
  removeItems(path: Path, indexes: readonly number[]): void {
    for (const index of [...indexes].sort((a, b) => b - a)) this.remove([...path, index]);
  }

  /** Notes that `change` is not made because of what is at `path`. */
  conflict(path: Path, change: Change, message: string, remedy: string): void {
    this.conflicts.push({ document: this.document, path, change, message, remedy });
  }

  private make(change: Change): void {
    this.data = changedData(this.data, change);
    this.changes.push({ document: this.document, change });
  }
}

/** In a list that is only made for it, the item's comments are found below its index. */
function atEitherPlace(comments: Comments): Comments {
  const first = Object.entries(comments).map(([path, text]) => [`0/${path}`, text]);
  return { ...comments, ...Object.fromEntries(first) };
}
