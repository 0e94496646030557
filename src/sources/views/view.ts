import type { TextEdit, TextRange } from '../../yaml/text-edit.ts';

/**
 * A part of a host text that is a document of its own, such as the values of a HelmRelease. All
 * offsets are in UTF-16 code units.
 */
export interface View {
  /** The whole text in which the document stands. */
  readonly host: string;
  /** The document, without what stands in front of its lines in the host. */
  readonly text: string;
  /**
   * Where a range of the document is in the host. One that spans lines takes in what stands in
   * front of those after its first.
   */
  readonly toHost: (range: TextRange) => TextRange;
  /**
   * Where an offset of the host is in the document; in front of a line it is that line's start.
   * @returns undefined outside of the document's lines
   */
  readonly fromHost: (offset: number) => number | undefined;
  /**
   * Edits of the document as edits of the host: every new line gets what belongs in front of it.
   * Bytes of the host outside the edited lines stay, so the line break after the document's last
   * line is there afterwards if it was there before, whatever the edits make of it.
   */
  readonly editsToHost: (edits: readonly TextEdit[]) => readonly TextEdit[];
}

/** A view of a view, as one of the outer one's host. */
export function nested(outer: View, inner: View): View {
  return {
    host: outer.host,
    text: inner.text,
    toHost: (range) => outer.toHost(inner.toHost(range)),
    fromHost: (offset) => {
      const between = outer.fromHost(offset);
      return between === undefined ? undefined : inner.fromHost(between);
    },
    editsToHost: (edits) => outer.editsToHost(inner.editsToHost(edits)),
  };
}
