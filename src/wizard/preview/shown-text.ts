/*
 * Monaco keeps a text without its byte order mark and with one kind of line break. The page
 * shows every text in that form; the files themselves stay as they are.
 */

/** A text as it is shown: no byte order mark, every line break one `\n`. */
export function shownText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
