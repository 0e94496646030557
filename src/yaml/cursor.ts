/** A place in a text that moves forward, and knows the start of its line. */
export class Cursor {
  readonly text: string;
  at: number;
  /** Where the line begins; a byte order mark does not count as part of the first. */
  lineStart: number;

  constructor(text: string) {
    this.text = text;
    this.at = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
    this.lineStart = this.at;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  /** The code unit here, or NaN at the end of the text. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Steps over the line break here, and gives what it counts as in a value. */
  takeBreak(): string {
    const { text } = this;
    const crlf = text.charCodeAt(this.at) === 13 && text.charCodeAt(this.at + 1) === 10;
    this.at += crlf ? 2 : 1;
    this.lineStart = this.at;
    return '\n';
  }

  skipBlanks(): void {
    while (isBlank(this.code)) this.at++;
  }

  skipToLineEnd(): void {
    while (!isBreakOrEnd(this.code)) this.at++;
  }

  /** Whether a line begins here with `---` or `...` and nothing joined to it. */
  atDocumentMark(): boolean {
    const { text, at } = this;
    if (at !== this.lineStart) return false;
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 46) return false;
    return (
      text.charCodeAt(at + 1) === code &&
      text.charCodeAt(at + 2) === code &&
      isBlankOrEnd(text.charCodeAt(at + 3))
    );
  }
}

const byteOrderMark = 0xfeff;

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** @param code NaN for the end of the text */
export function isBreakOrEnd(code: number): boolean {
  return code === 10 || code === 13 || Number.isNaN(code);
}

/** @param code NaN for the end of the text */
export function isBlankOrEnd(code: number): boolean {
  return code === 32 || code === 9 || isBreakOrEnd(code);
}

/** Letters, digits, `_` and `-` of ASCII: what names of anchors and handles are made of. */
export function isNameChar(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45
  );
}
