import { splitText } from '../../sources/split-text.ts';
import { documentView } from '../../sources/views/document-view.ts';
import { isObject, type PlainObject } from '../../yaml/value.ts';
import type { SourceText } from '../check/source-text.ts';
import { dataIn } from '../check/text-objects.ts';

/** A file that was given, as a whole. */
export interface GivenFile {
  readonly source: SourceText;
  /** Absolute. */
  readonly path: string;
}

/** A document of a file whose root is a mapping. */
export interface GivenDocument {
  readonly file: GivenFile;
  readonly source: SourceText;
  readonly data: PlainObject;
}

/** The documents of a file, each with its places in it; those that cannot be read left out. */
export function documentsIn(file: GivenFile): readonly GivenDocument[] {
  const { source: whole } = file;
  const parts = splitText(whole.text);
  return parts.flatMap(({ text, offset }) => {
    const isWhole = parts.length === 1;
    const source = isWhole ? whole : whole.inner(documentView(whole.text, offset, text));
    const data = dataIn(source);
    return isObject(data) ? [{ file, source, data }] : [];
  });
}
