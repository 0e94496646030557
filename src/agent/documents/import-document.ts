import { type Recognition, recognise } from '../../sources/recognise.ts';
import { problemOf, type SourceProblem } from '../../sources/words.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { agentShape } from './agent-shape.ts';
import type { DocumentName } from './documents.ts';

export interface ImportProblem extends SourceProblem {
  /** Whether somebody who knows better may have it opened as values all the same. */
  readonly mayBeValues: boolean;
}

export type Import =
  | { readonly ok: true; readonly document: DocumentName; readonly tree: YamlTree }
  | { readonly ok: false; readonly problem: ImportProblem; readonly found: Recognition };

export interface ImportOptions {
  /** As the user's system calls it; for the wording of problems alone. */
  readonly fileName?: string | undefined;
  /** Takes a mapping that could be anything for values, since somebody said so. */
  readonly as?: 'values' | undefined;
}

/**
 * Takes a text for what it is by its content: a Namespace manifest, or values of the agent's
 * chart. What can be opened but is wrong in places (a wrong type, workers as a mapping) is opened:
 * the rules name those places. Everything else is named for what it is, and neither judged as
 * values nor edited.
 * @returns the document's tree, or the one problem that stands in the way, with its place
 */
export function importText(text: string, { fileName, as }: ImportOptions = {}): Import {
  const found = recognise(text, agentShape, as);
  if (found.kind === 'values' || found.kind === 'namespace') {
    return { ok: true, document: found.kind, tree: found.tree };
  }
  const words = problemOf(found, agentShape, fileName ?? 'The file');
  const mayBeValues = found.kind === 'unrecognised';
  return { ok: false, problem: { ...words, mayBeValues }, found };
}
