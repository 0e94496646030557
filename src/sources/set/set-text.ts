/** Where reading a text of `--set` has come to: Helm reads it character by character, once. */
export class SetText {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next character as a whole, past which it goes; undefined at the end. */
  next(): string | undefined {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return undefined;
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  /** Goes back over a character that was read. */
  back(character: string): void {
    this.at -= character.length;
  }

  /**
   * Reads up to one of the characters of `stops` and past it. A backslash takes the character
   * after it for itself, unless `literal`.
   * @returns what was read, and the stop; without one the text has ended
   */
  until(stops: string, literal = false): { readonly read: string; readonly stop?: string } {
    let read = '';
    for (let next = this.next(); next !== undefined; next = this.next()) {
      if (stops.includes(next)) return { read, stop: next };
      if (next !== '\\' || literal) {
        read += next;
        continue;
      }
      const escaped = this.next();
      if (escaped === undefined) break;
      read += escaped;
    }
    return { read };
  }

  /** Skips blanks and one comma. Whether there is nothing before the comma or the end. */
  isBlankUpToComma(): boolean {
    for (let next = this.next(); next !== undefined; next = this.next()) {
      if (next === ',') return true;
      if (space.test(next)) continue;
      this.back(next);
      return false;
    }
    return true;
  }
}

/** What Go's unicode.IsSpace takes for a blank. */
const space = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
