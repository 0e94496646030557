import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A regular expression of the sources, with the file and the way it is written. */
export type Found = readonly [name: string, pattern: RegExp];

/** The regular expressions of a folder, as they are written in its sources. */
export function patternsIn(folder: string): readonly Found[] {
  const literal =
    /(?<=[=(,:?\s!])\/(?![/*\s>])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const code = readFileSync(join(folder, file), 'utf8').replace(
        /^ *(?:\/\*\*|\*|\/\/).*$/gm,
        '',
      );
      return [...code.matchAll(literal)].map(
        ([all, source = '', flags]) => [`${file}: ${all}`, new RegExp(source, flags)] as const,
      );
    });
}

/** What is repeated: signs of YAML, JSON, sentences and shells, and what the expressions themselves are made of. */
const units: readonly string[] = [
  ...[' ', '\t', '\n', '\r\n', 'a', 'A', '_', '7', '0', '"', "'", '`', '“', '\\', '\\"'],
  ...['#', ' #', '  # ', ':', ': ', '- ', '-', '/', 'a/', './', '.', 'a.', ',', '[', '{', '{"'],
  ...['<', '<a', '=', '&', '*', '!', '%', '\uFEFF', '\u2028', '\u00a0', 'é', '😀', '"a" ', '"\\'],
  ...['a: ', 'a: b\n', '\n ', '\n\t', '\n---', '---', 'v1.', 'a-', 'a_', '{{', '{{ ', '${', '$('],
  ...['a://', 'eyJ', 'data_dir: ', '-----BEGIN ', '-astro-agent-', 'resource "a" '],
];
/** What keeps a match from ending well. */
const ends = ['', 'x', '\n', '\n:', '"', '\u0001', '\u2028'];

/** Texts of a length in characters, each the worst of its kind. */
export function hostileTexts(length: number): readonly string[] {
  return units.flatMap((unit) =>
    ends.map((end) => unit.repeat(Math.ceil(length / unit.length)) + end),
  );
}

/** Searches every text as code does that replaces or tests. */
export function search(pattern: RegExp, texts: readonly string[]): void {
  for (const text of texts) {
    pattern.lastIndex = 0;
    if (pattern.global) text.replace(pattern, '');
    else pattern.test(text);
  }
}
