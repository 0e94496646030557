import { isUtf8 } from 'node:buffer';
import type { Problem } from '../problem.ts';

/**
 * The text of bytes, a byte order mark included. Bytes that are no UTF-8 are refused: decoding
 * them anyway would put other characters in their place.
 */
export function decode(bytes: Buffer): { readonly text: string } | { readonly problem: Problem } {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') };
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return {
    problem: {
      message: isUtf16 ? 'The text is UTF-16, not UTF-8.' : 'The text is not valid UTF-8.',
      remedy: 'Save the file as UTF-8.',
    },
  };
}

/** Where the first byte is that does not belong in UTF-8. */
export function firstBadByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startsWell(bytes, middle)) low = middle;
    else high = middle - 1;
  }
  return lastGoodCut(bytes, low) ?? 0;
}

/** Whether all is well before `end`, but for a character that it cuts in two. */
function startsWell(bytes: Buffer, end: number): boolean {
  return lastGoodCut(bytes, end) !== undefined;
}

function lastGoodCut(bytes: Buffer, end: number): number | undefined {
  for (let cut = end; cut >= Math.max(0, end - 3); cut--) {
    if (isUtf8(bytes.subarray(0, cut))) return cut;
  }
  return undefined;
}
