import type { ScalarNode, YamlNode } from '../yaml/node.ts';
import type { TextRange } from '../yaml/text-edit.ts';

/*
 * Go templates, as Helm and helmfile have them. Braces alone are no template: Argo CD, Airflow,
 * Prometheus and Vector have theirs, in texts that are values to Helm.
 */

/** What only Helm or helmfile fills in, or a control of their language, anywhere in a text. */
const ofHelm =
  /\{\{[^{}\n]*\.(?:Values|Release|Chart|Capabilities|Files|Template|Environment|StateValues)\b|\{\{-?[ \t]*(?:include|toYaml|tpl|requiredEnv)[ \t]/;
/** An action that YAML has no other reading for where it stands: Go's, not Jinja's. */
const ofGo = /\{\{-|-\}\}|\{\{[ \t]*[.$]/;
/** A line that YAML cannot read because of an action in it: it begins with one, or its value does. */
const unquoted = /^[ \t-]*\{\{|:[ \t]+\{\{/;

/** The first action of a template in a text that is no YAML: its line, without what surrounds it. */
export function templateInText(text: string): TextRange | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.includes('{{') && !/^[ \t]*#/.test(line) && isAction(line)) {
      const start = line.indexOf('{{');
      return { offset: offset + start, length: line.trimEnd().length - start };
    }
    offset += line.length + 1;
  }
  return undefined;
}

function isAction(line: string): boolean {
  return unquoted.test(line) || ofHelm.test(line) || ofGo.test(line);
}

/**
 * The first action of Helm's in a text that is YAML, since all actions are in scalars. Block
 * texts are left out: what they hold is another program's.
 */
export function templateInTree(root: YamlNode): TextRange | undefined {
  return scalarsOf(root).find(({ value, style }) => {
    if (typeof value !== 'string' || !value.includes('{{')) return false;
    if (style === 'literal' || style === 'folded') return false;
    return ofHelm.test(value) || (style === 'plain' && ofGo.test(value));
  })?.range;
}

/** Every scalar as it is written, those of keys included; what aliases repeat comes once. */
function scalarsOf(node: YamlNode): readonly ScalarNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'mapping':
      return node.entries.flatMap(({ key, value }) => [...scalarsOf(key), ...scalarsOf(value)]);
    case 'sequence':
      return node.items.flatMap(scalarsOf);
    case 'alias':
      return [];
  }
}
