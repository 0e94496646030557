/*
 * Text of others within Markdown, for GitHub and GitLab alike: it stands between backticks, where
 * no markup, HTML, mention or reference to an issue is read.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const invisible = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text of one line between as many backticks as it takes. */
export function code(text: string): string {
  const line = text.replace(invisible, visible);
  if (line.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const needsBlanks = /^[` ]|[` ]$/.test(line);
  return needsBlanks ? `${fence} ${line} ${fence}` : fence + line + fence;
}

/** Lines between fences, each as it is but for what nobody sees. */
export function codeBlock(lines: readonly string[]): string {
  const shown = lines.map((line) => line.replace(invisible, visible));
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [`${fence}text`, ...shown, fence].join('\n');
}

/** Our own words, in which a character that Markdown takes for markup is itself. */
export function prose(text: string): string {
  return text
    .replace(invisible, visible)
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/@/g, '@\u2060');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function visible(character: string): string {
  if (character === '\n') return '\\n';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
