/** Why Helm cannot read on at a place. */
export type ReadReason =
  | 'too-deep'
  | 'tab'
  | 'tab-in-text'
  | 'bad-start'
  | 'colon-missing'
  | 'second-colon'
  | 'item-here'
  | 'key-here'
  | 'quote-open'
  | 'bad-escape'
  | 'surrogate-escape'
  | 'block-header'
  | 'block-indicator'
  | 'bad-anchor'
  | 'bad-tag'
  | 'tag-directive'
  | 'bad-directive'
  | 'version'
  | 'content-missing'
  | 'item-expected'
  | 'key-expected'
  | 'comma-expected'
  | 'left-over';

/** Stops the reading of a text; caught where the reading began, so that nobody outside sees it. */
export class ReadError extends Error {
  readonly reason: ReadReason;
  readonly offset: number;
  /** Where what could not be read begins, if that is not the place itself: an opening quote. */
  readonly from: number;

  constructor(reason: ReadReason, offset: number, from = offset) {
    super(reason);
    this.reason = reason;
    this.offset = offset;
    this.from = from;
  }
}
