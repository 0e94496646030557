import type { Assessment } from '../../../agent/assess/assessment.ts';
import type { DocumentName } from '../../../agent/documents/documents.ts';
import { fieldAt, readingOf, stepOf } from '../../../agent/settings/places/places.ts';
import type { FieldId } from '../../../agent/settings/setting-id.ts';
import { LineIndex } from '../../../yaml/line-index.ts';
import { pathAt } from '../../../yaml/locate.ts';
import type { YamlTree } from '../../../yaml/parse-tree.ts';
import type { Path } from '../../../yaml/path.ts';
import { type StepId, stepIds } from '../../route.ts';
import { stepFacts } from '../../steps-in-order.ts';
import type { Change } from './file-diff.ts';

/** Whose change it is: `Security, for 6 pods`, `worker/default`. */
export interface ChangeOwner {
  readonly words: string;
  readonly step: StepId;
  readonly field: FieldId;
  readonly place: Path;
}

/**
 * Finds the owners of changes in a document.
 * @param before the files as they were opened: whose a change is that only removes
 * @param above lines of the file in front of the document, now and as it was opened
 */
export function ownersIn(
  document: DocumentName,
  now: Assessment,
  before: Assessment | undefined,
  above: { readonly now: number; readonly opened: number } = { now: 0, opened: 0 },
): (change: Change) => ChangeOwner | undefined {
  const after = reader(document, now);
  const opened = before && reader(document, before);
  return ({ lines }) => {
    const come = lines.find(({ kind, text }) => kind === 'added' && saysSomething(text));
    if (come?.after !== undefined) return after(come.after - above.now);
    const gone = lines.find(({ kind, text }) => kind === 'removed' && saysSomething(text));
    return gone?.before === undefined ? undefined : opened?.(gone.before - above.opened);
  };
}

function saysSomething(text: string): boolean {
  return /^\s*[^\s#]/.test(text);
}

function reader(document: DocumentName, assessment: Assessment) {
  const tree: YamlTree = assessment.trees[document];
  const lines = new LineIndex(tree.text);
  const reading = readingOf(assessment);
  return (line: number): ChangeOwner | undefined => {
    // A file may hold more than the document.
    if (line < 1 || line > lines.lineCount) return undefined;
    const indent = lines.lineText(line).search(/[^\s-]/);
    const place = pathAt(tree.root, lines.offsetAt({ line, column: Math.max(indent, 0) + 1 }));
    const found = fieldAt(document, place, reading);
    if (found === undefined) return undefined;
    const step = stepIds.find((id) => id === stepOf(found.field)) ?? 'start';
    return { words: wordsOf(place, step, assessment), step, field: found.field, place };
  };
}

const components: Readonly<Record<string, string>> = {
  dagProcessor: 'dag-processor',
  triggerer: 'triggerer',
  sentinel: 'sentinel',
};

const shared: ReadonlySet<unknown> = new Set(['podSecurityContext', 'containerSecurityContext']);

function wordsOf([first, second]: Path, step: StepId, { pods }: Assessment): string {
  const { name } = stepFacts(step);
  if (first === 'workers' && typeof second === 'number') {
    return (
      pods.find(({ component, index }) => component === 'worker' && index === second)?.id ?? name
    );
  }
  if (shared.has(first)) {
    const count = pods.filter(({ component }) => component !== 'sentinel').length;
    return `${name}, for ${count} ${count === 1 ? 'pod' : 'pods'}`;
  }
  return (typeof first === 'string' ? components[first] : undefined) ?? name;
}
