import type { Cursor } from './cursor.ts';
import { ReadError } from './read-error.ts';
import type { Token, TokenKind } from './token.ts';

/** A place where a key without a `?` may have begun. */
interface SimpleKey {
  possible: boolean;
  /** In a block, what stands where keys stand has to be one. */
  required: boolean;
  /** How many tokens came before it. */
  token: number;
  offset: number;
  lineStart: number;
}

/** How far behind its beginning the colon of a key may stand, in characters. */
export const keyLimit = 1024;

/** The tokens of a text, and the marks of structure among them that indentation and colons make. */
export class Structure {
  readonly tokens: Token[] = [];
  /** Whether a key may begin here. */
  keyAllowed = true;
  /** The column of the innermost block, -1 outside of any. */
  indent = -1;
  private readonly cursor: Cursor;
  private readonly indents: number[] = [];
  /** The last key that may have begun, for the block and for each bracket that is open. */
  private readonly keys: SimpleKey[] = [noKey()];

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  get inFlow(): boolean {
    return this.keys.length > 1;
  }

  openFlow(): void {
    this.keys.push(noKey());
  }

  closeFlow(): void {
    if (this.inFlow) this.keys.pop();
  }

  /** Puts a key in front of the value that begins here, if one can have begun. */
  insertKey(): boolean {
    const key = this.keys.at(-1);
    if (key === undefined || !this.isValid(key)) return false;
    key.possible = false;
    this.insert('key', key.offset, key.token);
    this.roll(key.offset - key.lineStart, 'block-mapping-start', key.offset, key.token);
    return true;
  }

  private insert(kind: TokenKind, offset: number, token = this.tokens.length): void {
    const mark: Token = { kind, start: offset, end: offset, text: '', style: undefined };
    // Nearly always one token back: what may lie between is bounded by the length of a key.
    if (token === this.tokens.length) this.tokens.push(mark);
    else this.tokens.splice(token, 0, mark);
  }

  /** Begins a block at a column if it is further in than the present one. */
  roll(column: number, kind: TokenKind, offset: number, token?: number): void {
    if (this.inFlow || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    this.insert(kind, offset, token);
  }

  /** Ends the blocks that are further in than a column. */
  unroll(column: number): void {
    if (this.inFlow) return;
    while (this.indent > column) {
      this.insert('block-end', this.cursor.at);
      this.indent = this.indents.pop() ?? -1;
    }
  }

  /** Notes that what begins here may be a key. */
  saveKey(): void {
    if (!this.keyAllowed) return;
    this.dropKey();
    const { at: offset, lineStart, column } = this.cursor;
    this.keys[this.keys.length - 1] = {
      possible: true,
      required: !this.inFlow && this.indent === column,
      token: this.tokens.length,
      offset,
      lineStart,
    };
  }

  /** Notes that what may have been a key is none. */
  dropKey(): void {
    const key = this.keys.at(-1);
    if (key?.possible !== true) return;
    if (key.required) throw new ReadError('colon-missing', key.offset);
    key.possible = false;
  }

  /** Whether a key that may have begun at a place still can have its colon here. */
  private isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { text, at, lineStart } = this.cursor;
    const fits =
      key.lineStart === lineStart &&
      (at - key.offset <= keyLimit || [...text.slice(key.offset, at)].length <= keyLimit);
    if (!fits && key.required) throw new ReadError('colon-missing', key.offset);
    return fits;
  }
}

function noKey(): SimpleKey {
  return { possible: false, required: false, token: 0, offset: 0, lineStart: 0 };
}
