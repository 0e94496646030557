import type { TextRange } from '../yaml/text-edit.ts';

/** The head of a block of Terraform or OpenTofu: `resource "helm_release" "agent" {`. */
const block =
  /^[ \t]*(?:resource|data|module|variable|output|provider|terraform|locals|moved|import)(?:[ \t]+"[^"\n]*"){0,2}[ \t]*\{[ \t\r]*$/m;

/** The first block of Terraform in a text; undefined for another text. */
export function terraformIn(text: string): TextRange | undefined {
  const found = block.exec(text);
  if (found === null) return undefined;
  const head = found[0];
  const start = head.length - head.trimStart().length;
  return { offset: found.index + start, length: head.trim().length };
}
