/**
 * What a terminal acts on or a reader does not see: control and format characters (bidirectional
 * overrides, zero width ones), line and paragraph separators, blanks other than the space, and
 * what fonts leave out.
 */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** A text from the input as one line, with what nobody would see in it as YAML's and Go's escapes. */
export function visible(text: string): string {
  return text.replace(invisible, escaped);
}

/** As `visible`, but tabs stay tabs: for lines of a file, which have them for their layout. */
export function visibleLine(line: string): string {
  return line.split('\t').map(visible).join('\t');
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return short[character] ?? `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/**
 * A value as JSON. `JSON.stringify` escapes the first control characters alone; here everything
 * that is not seen is escaped, and the data stays the same.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(invisible, (character) => {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}
