import { Cursor, isBlankOrEnd, isBreak } from './cursor.ts';
import { ReadError } from './read-error.ts';
import { scanBlock } from './scan-block.ts';
import { scanPlain } from './scan-plain.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-properties.ts';
import { scanQuoted } from './scan-quoted.ts';
import { Structure } from './structure.ts';
import type { Token, TokenKind } from './token.ts';

/**
 * Cuts a text into tokens by the rules of go-yaml v2, and so of Helm: which are those of YAML 1.1
 * and some of its own. Goes over the text once.
 * @returns the tokens up to the end or to where it could not go on, and the reason if it could not.
 */
export function scan(text: string): {
  readonly tokens: readonly Token[];
  readonly error: ReadError | undefined;
} {
  const scanner = new Scanner(text);
  try {
    scanner.run();
    return { tokens: scanner.tokens, error: undefined };
  } catch (error) {
    if (error instanceof ReadError) return { tokens: scanner.tokens, error };
    throw error;
  }
}

class Scanner {
  private readonly cursor: Cursor;
  private readonly structure: Structure;

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.structure = new Structure(this.cursor);
  }

  run(): void {
    while (this.tokens.at(-1)?.kind !== 'stream-end') this.fetch();
  }

  get tokens(): Token[] {
    return this.structure.tokens;
  }

  /** Reads the next token, and adds those that only mark a structure before it. */
  private fetch(): void {
    const { cursor } = this;
    this.skipTrivia();
    this.structure.unroll(cursor.column);
    const { code } = cursor;
    if (Number.isNaN(code)) this.streamEnd();
    else if (cursor.column === 0 && code === char.percent) this.directive();
    else if (cursor.atDocumentMark()) this.documentMark(code);
    else this.content(code, isBlankOrEnd(cursor.text.charCodeAt(cursor.at + 1)));
  }

  /** @param alone whether a blank, a line break or the end of the text follows the character */
  private content(code: number, alone: boolean): void {
    switch (code) {
      case char.openBracket:
        this.flowStart('flow-sequence-start');
        return;
      case char.openBrace:
        this.flowStart('flow-mapping-start');
        return;
      case char.closeBracket:
        this.flowEnd('flow-sequence-end');
        return;
      case char.closeBrace:
        this.flowEnd('flow-mapping-end');
        return;
      case char.comma:
        this.flowEntry();
        return;
      case char.dash:
        if (alone) this.blockEntry();
        else this.plain();
        return;
      case char.question:
        if (this.structure.inFlow || alone) this.explicitKey();
        else this.plain();
        return;
      case char.colon:
        if (this.structure.inFlow || alone) this.value();
        else this.plain();
        return;
      case char.star:
      case char.ampersand:
        this.structure.saveKey();
        this.structure.keyAllowed = false;
        this.tokens.push(scanAnchor(this.cursor));
        return;
      case char.exclamation:
        this.structure.saveKey();
        this.structure.keyAllowed = false;
        this.tokens.push(scanTag(this.cursor));
        return;
      case char.quote:
      case char.apostrophe:
        this.structure.saveKey();
        this.structure.keyAllowed = false;
        this.tokens.push(scanQuoted(this.cursor));
        return;
      case char.pipe:
      case char.greater:
        if (this.structure.inFlow) throw new ReadError('bad-start', this.cursor.at);
        this.structure.dropKey();
        this.structure.keyAllowed = true;
        this.tokens.push(scanBlock(this.cursor, this.structure.indent));
        return;
      case char.tab:
        throw new ReadError('tab', this.cursor.at);
      case char.percent:
      case char.at:
      case char.backtick:
        throw new ReadError('bad-start', this.cursor.at);
    }
    this.plain();
  }

  private plain(): void {
    this.structure.saveKey();
    this.structure.keyAllowed = false;
    const { token, broken } = scanPlain(this.cursor, this.structure.indent, this.structure.inFlow);
    this.tokens.push(token);
    if (broken) this.structure.keyAllowed = true;
  }

  /** Tabs count as blanks only where no key may begin. */
  private skipTrivia(): void {
    const { cursor } = this;
    for (;;) {
      if (this.structure.inFlow || !this.structure.keyAllowed) cursor.skipBlanks();
      else while (cursor.code === char.space) cursor.at++;
      if (cursor.code === char.hash) cursor.skipToLineEnd();
      if (!isBreak(cursor.code)) return;
      cursor.takeBreak();
      if (!this.structure.inFlow) this.structure.keyAllowed = true;
    }
  }

  private mark(kind: TokenKind, length: number): void {
    const start = this.cursor.at;
    this.cursor.at += length;
    this.tokens.push({ kind, start, end: this.cursor.at, text: '', style: undefined });
  }

  private streamEnd(): void {
    this.structure.unroll(-1);
    this.structure.dropKey();
    this.mark('stream-end', 0);
  }

  private directive(): void {
    this.structure.unroll(-1);
    this.structure.dropKey();
    this.structure.keyAllowed = false;
    this.tokens.push(scanDirective(this.cursor));
  }

  private documentMark(code: number): void {
    this.structure.unroll(-1);
    this.structure.dropKey();
    this.structure.keyAllowed = false;
    this.mark(code === char.dash ? 'document-start' : 'document-end', 3);
  }

  private flowStart(kind: TokenKind): void {
    this.structure.saveKey();
    this.structure.openFlow();
    this.structure.keyAllowed = true;
    this.mark(kind, 1);
  }

  private flowEnd(kind: TokenKind): void {
    this.structure.dropKey();
    this.structure.closeFlow();
    this.structure.keyAllowed = false;
    this.mark(kind, 1);
  }

  private flowEntry(): void {
    this.structure.dropKey();
    this.structure.keyAllowed = true;
    this.mark('flow-entry', 1);
  }

  private blockEntry(): void {
    if (!this.structure.inFlow) {
      if (!this.structure.keyAllowed) throw new ReadError('item-here', this.cursor.at);
      this.structure.roll(this.cursor.column, 'block-sequence-start', this.cursor.at);
    }
    this.structure.dropKey();
    this.structure.keyAllowed = true;
    this.mark('block-entry', 1);
  }

  private explicitKey(): void {
    if (!this.structure.inFlow) {
      if (!this.structure.keyAllowed) throw new ReadError('key-here', this.cursor.at);
      this.structure.roll(this.cursor.column, 'block-mapping-start', this.cursor.at);
    }
    this.structure.dropKey();
    this.structure.keyAllowed = !this.structure.inFlow;
    this.mark('key', 1);
  }

  private value(): void {
    if (this.structure.insertKey()) {
      this.structure.keyAllowed = false;
    } else {
      if (!this.structure.inFlow) {
        if (!this.structure.keyAllowed) throw new ReadError('second-colon', this.cursor.at);
        this.structure.roll(this.cursor.column, 'block-mapping-start', this.cursor.at);
      }
      this.structure.keyAllowed = !this.structure.inFlow;
    }
    this.mark('value', 1);
  }
}

const char = {
  tab: 9,
  space: 32,
  exclamation: 33,
  quote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  apostrophe: 39,
  star: 42,
  comma: 44,
  dash: 45,
  colon: 58,
  greater: 62,
  question: 63,
  at: 64,
  openBracket: 91,
  closeBracket: 93,
  backtick: 96,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
} as const;
