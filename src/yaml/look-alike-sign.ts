import { nameAt } from './characters.ts';
import type { YamlProblem } from './problem.ts';
import type { ReadFailure } from './read-document.ts';
import { lineEnd, lineStart } from './trivia.ts';

const afterSign =
  /(?:^\s*|[:-])([\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000])/u;
const dashFirst = /^[ \t]*([\u2010-\u2015\u2212\uff0d])/u;
const wideColon = /^[ \t]*(?:- )*[\w.-]{1,100}([\uff1a\ufe55])/u;

/** Look-alikes are the reason if one stands where a sign of YAML is expected, here or on the line before. */
export function lookAlikeSign(
  text: string,
  { offset, last }: ReadFailure,
): YamlProblem | undefined {
  for (const place of [last?.start, offset]) {
    if (place === undefined) continue;
    const start = lineStart(text, place);
    const line = text.slice(start, Math.min(lineEnd(text, start), start + 400));
    for (const form of [dashFirst, wideColon, afterSign]) {
      const found = form.exec(line);
      if (found === null) continue;
      const at = found.index + found[0].length - 1;
      const sign = form === dashFirst ? 'hyphen (-)' : form === wideColon ? 'colon (:)' : 'space';
      return {
        code: 'syntax',
        message: `This is not the ${sign} that it looks like: ${nameAt(line, at)}.`,
        remedy:
          form === wideColon
            ? 'Write an ordinary colon and a space in its place.'
            : `Write an ordinary ${sign} in its place.`,
        range: { offset: start + at, length: 1 },
      };
    }
  }
  return undefined;
}
