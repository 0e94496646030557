import { isUtf8 } from 'node:buffer';
import { type EncodingProblem, encodingProblem } from '../../agent/documents/encoding.ts';

/** The text of bytes, a byte order mark included, or why there is none. */
export function decode(
  bytes: Buffer,
): { readonly text: string } | { readonly problem: EncodingProblem } {
  // The ASCII of UTF-16 is valid UTF-8, too, with a zero byte for every other character.
  const isPlain = bytes[0] !== 0 && bytes[1] !== 0 && isUtf8(bytes);
  const problem = isPlain ? undefined : encodingProblem(bytes);
  return problem === undefined ? { text: bytes.toString('utf8') } : { problem };
}
