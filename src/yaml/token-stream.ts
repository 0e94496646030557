import { ReadError } from './read-error.ts';
import { scan } from './scanner.ts';
import type { Token, TokenKind } from './token.ts';

/** Gives the tokens of a text one by one, and stops where the text cannot be cut into tokens. */
export class TokenStream {
  readonly text: string;
  /** Where the last token read ends. */
  end: number;
  /** The token read last. */
  last: Token | undefined;
  private readonly tokens: readonly Token[];
  private readonly error: ReadError | undefined;
  private at = 0;

  constructor(text: string) {
    this.text = text;
    const { tokens, error } = scan(text);
    this.tokens = tokens;
    this.error = error;
    this.end = text[0] === '\uFEFF' ? 1 : 0;
  }

  /** The next token; @throws ReadError if the text could not be read up to it. */
  peek(): Token {
    const token = this.tokens[this.at];
    if (token !== undefined) return token;
    throw this.error ?? new ReadError('left-over', this.end);
  }

  /** The kind of the next token; undefined if the text could not be read up to it. */
  get kind(): TokenKind | undefined {
    return this.tokens[this.at]?.kind;
  }

  isNext(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  take(): Token {
    const token = this.peek();
    this.at++;
    // Marks of structure are empty, and may stand behind the blanks before the next token.
    if (token.end > token.start) {
      this.end = token.end;
      this.last = token;
    }
    return token;
  }

  /** Takes the next token if it is of a kind. */
  takeIf(kind: TokenKind): Token | undefined {
    return this.peek().kind === kind ? this.take() : undefined;
  }
}
