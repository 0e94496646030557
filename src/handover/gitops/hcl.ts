/*
 * Texts in HCL: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. In every template a
 * `${` or `%{` begins what is worked out; twice the first character stands for itself.
 */

/** A text between quotes. */
export function hclString(text: string): string {
  const content = withoutTemplates(text).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    /[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g,
    escaped,
  );
  return `"${content}"`;
}

/**
 * A text of whole lines as a heredoc, which keeps it readable; between quotes where a heredoc
 * would change it.
 */
export function hclLines(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const isOdd = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(text);
  if (isOdd || !text.endsWith('\n')) return hclString(text);
  return `<<${endOf(text)}\n${withoutTemplates(text)}${endOf(text)}`;
}

/** A word that no line of the text is. */
function endOf(text: string): string {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  let word = 'YAML';
  for (let n = 2; lines.has(word); n += 1) word = `YAML_${n}`;
  return word;
}

function withoutTemplates(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

function escaped(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    case '"':
    case '\\':
      return `\\${character}`;
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}
