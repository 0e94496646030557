import type { YamlProblem } from './problem.ts';

/**
 * Everything that Helm cannot read wherever it stands, and what ends a line for Helm but for
 * nobody else: the line breaks of YAML 1.1, half surrogate pairs, and byte order marks that are
 * not at the start, which Helm reads or not by where its buffer happens to end.
 */
const unreadable =
  /[^\t\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;

const names: ReadonlyMap<number, string> = new Map([
  [0x85, 'next line'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0xfeff, 'byte order mark'],
]);
const maxProblems = 50;

/** The characters of a text that nothing can be read with, each a problem of its own, up to fifty. */
export function characterProblems(text: string): YamlProblem[] {
  const problems: YamlProblem[] = [];
  unreadable.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  for (let found = unreadable.exec(text); found; found = unreadable.exec(text)) {
    const range = { offset: found.index, length: found[0].length };
    problems.push({ code: 'syntax', ...wordsFor(found[0].codePointAt(0) ?? 0), range });
    if (problems.length === maxProblems) break;
  }
  return problems;
}

function wordsFor(code: number): { readonly message: string; readonly remedy: string } {
  const name = names.get(code);
  const spelled = spellCode(code);
  if (name === undefined) {
    return {
      message: `There is a control character here, ${spelled}, and Helm cannot read it.`,
      remedy: 'Delete it, or write it as an escape such as "\\x07" between double quotes.',
    };
  }
  if (code === 0xfeff) {
    return {
      message: `An invisible character stands here: ${spelled} (${name}).`,
      remedy: 'Delete it; it may stand at the very start of the file only.',
    };
  }
  return {
    message: `An invisible character ends the line for Helm here: ${spelled} (${name}).`,
    remedy: 'Delete it, or put an ordinary line break in its place.',
  };
}

/** `U+00A0` for a no-break space. */
export function spellCode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
