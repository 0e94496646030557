/** Why bytes cannot be read as the text of a values file. */
export interface EncodingProblem {
  readonly code: 'utf-16' | 'not-utf8' | 'not-text';
  /** What is wrong; names the encoding where it can be told. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  /** The offset of the first byte that does not belong in UTF-8. */
  readonly byte: number;
}

/**
 * Tells what bytes are written in if not in UTF-8, which is what Helm and kubectl read. Decoding
 * them anyway would put other characters in their place.
 * @returns undefined for UTF-8, with or without a byte order mark
 */
export function encodingProblem(bytes: Uint8Array): EncodingProblem | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    return {
      code: 'utf-16',
      message: `The text is ${utf16.name}, not UTF-8.`,
      remedy: saveWith(utf16.iconv),
      byte: 0,
    };
  }
  const { end, beyondAscii } = validPart(bytes);
  if (end === bytes.length) return undefined;
  if (hasControls(bytes)) {
    return {
      code: 'not-text',
      message: 'This is not text.',
      remedy: 'Choose the YAML file itself, not an archive or a package.',
      byte: end,
    };
  }
  // Where UTF-8 and something else are mixed, no name for the whole would be right.
  if (beyondAscii > 0) return notUtf8('The text is not valid UTF-8.', 'Save it as UTF-8.', end);
  const only1252 = bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  const name = only1252 ? 'Windows-1252' : 'Latin-1 (ISO 8859-1) or Windows-1252';
  return notUtf8(
    `The text is not valid UTF-8: it seems to be ${name}.`,
    saveWith('WINDOWS-1252'),
    end,
  );
}

function notUtf8(message: string, remedy: string, byte: number): EncodingProblem {
  return { code: 'not-utf8', message, remedy, byte };
}

function saveWith(name: string): string {
  return `Save it as UTF-8, for example with iconv -f ${name} -t UTF-8.`;
}

interface Utf16 {
  readonly name: string;
  /** What iconv calls it; with a byte order mark it finds the order itself, and takes the mark off. */
  readonly iconv: string;
}

/** How much of a file is looked at for its zero bytes. */
const sampleLength = 4096;

/** By the byte order mark; without one, by the zero bytes that every ASCII character has there. */
function utf16Of(bytes: Uint8Array): Utf16 | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return { name: 'UTF-16 (little-endian)', iconv: 'UTF-16' };
  }
  if (first === 0xfe && second === 0xff) return { name: 'UTF-16 (big-endian)', iconv: 'UTF-16' };
  let even = 0;
  let odd = 0;
  const end = Math.min(bytes.length, sampleLength) & ~1;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const many = end / 2 / 3;
  if (odd > many && even === 0) {
    return { name: 'UTF-16 (little-endian, without a byte order mark)', iconv: 'UTF-16LE' };
  }
  if (even > many && odd === 0) {
    return { name: 'UTF-16 (big-endian, without a byte order mark)', iconv: 'UTF-16BE' };
  }
  return undefined;
}

/** Whether there are bytes that no text has. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(
    (byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13,
  );
}

/** How far bytes are UTF-8, and how many characters beyond ASCII there are until then. */
function validPart(bytes: Uint8Array): { readonly end: number; readonly beyondAscii: number } {
  let beyondAscii = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) break;
    if (length > 1) beyondAscii++;
    at += length;
  }
  return { end: at, beyondAscii };
}

/** The number of bytes of the character at an offset; 0 if there is none (RFC 3629, section 4). */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const isTooShort = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isTooHigh = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return isTooShort || isTooHigh ? 0 : length;
}
