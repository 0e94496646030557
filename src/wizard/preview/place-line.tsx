import { type FieldAt, fieldAt, readingOf, stepOf } from '../../agent/settings/places/places.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { pathAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { goToField } from '../findings/go-to.ts';
import { stepFacts } from '../steps-in-order.ts';
import { usePresent } from '../use-present.ts';
import { type CursorPlace, useView } from '../view.ts';

/** Under the editor: which field of the form the cursor is at, and how the keyboard leaves. */
export function PlaceLine() {
  const place = useFieldAtCursor();
  return (
    <div className="place-line">
      <span className="place-field">
        {place === 'elsewhere' && <span>Not asked by the form, kept as it is</span>}
        {typeof place === 'object' && <FieldLink at={place} />}
      </span>
      <span className="place-keys">
        <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the editor
      </span>
    </div>
  );
}

function FieldLink({ at: { field, words } }: { readonly at: FieldAt }) {
  const step = stepOf(field);
  const { number, name } = stepFacts(step);
  return (
    <button type="button" className="place-link" onClick={() => goToField(step, field)}>
      {`${number === undefined ? name : `Step ${number}`}, ${words}`}
    </button>
  );
}

function useFieldAtCursor(): FieldAt | 'elsewhere' | undefined {
  const present = usePresent();
  const document = useView((view) => view.document);
  const cursor = useView((view) => view.cursor);
  if (!present || cursor?.document !== document) return undefined;
  if (present.unread.some((problem) => problem.document === document)) return undefined;
  const { trees } = present.assessment;
  const path = pathAt(trees[document].root, offsetOf(trees[document], cursor));
  return path.length === 0
    ? undefined
    : (fieldAt(document, path, readingOf(present.assessment)) ?? 'elsewhere');
}

/** Where the cursor stands in the text; in the blanks before a line, it stands for the line. */
function offsetOf({ text }: YamlTree, { line, column }: CursorPlace): number {
  const lines = new LineIndex(text);
  const indent = /^\s*/.exec(lines.lineText(line))?.[0].length ?? 0;
  const byteOrderMark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return lines.offsetAt({ line, column: Math.max(column + byteOrderMark, indent + 1) });
}
