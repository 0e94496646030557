import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { assess } from '../../src/agent/assess/assess.ts';
import type { DocumentName, Documents } from '../../src/agent/documents/documents.ts';
import { readSettings } from '../../src/agent/settings/lens/read-settings.ts';
import { treesOf } from '../../src/agent/settings/lens/write-settings.ts';
import { settingSteps } from '../../src/agent/settings/settings.ts';
import { changeSetting } from '../../src/wizard/actions.ts';
import { presentAssessment } from '../../src/wizard/assessed/use-assessed.ts';
import { editShown } from '../../src/wizard/editor/edit-shown.ts';
import { shownText } from '../../src/wizard/preview/shown-text.ts';
import { lastReadable } from '../../src/wizard/readable.ts';
import { isUnsettled, redo, settle, undo, wizard } from '../../src/wizard/store.ts';
import type { Work } from '../../src/wizard/work.ts';
import { applyEdits, type TextEdit } from '../../src/yaml/text-edit.ts';
import { anySettings } from '../agent/settings/any-settings.ts';
import { allDocuments } from '../agent/settings/samples.ts';

/*
 * Edits of the texts and changes of the settings in any order. Whatever they are, nothing outside
 * of an edit changes, what the form shows is what the text says, and all of it can be undone.
 */

interface Typed {
  readonly kind: 'type';
  readonly document: DocumentName;
  /** Where, as a share of the text. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

type Deed =
  | Typed
  | { readonly kind: 'set'; readonly pick: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** The page catches up with what was typed. */
  | { readonly kind: 'settle' };

const piece = fc.constantFrom(
  '',
  'a',
  '1',
  ' ',
  '\n',
  '\n\n',
  ': ',
  '- ',
  '[',
  ']',
  '"',
  '#x',
  '\t',
  'runAsUser: 0',
  '\n  fsGroup: 7',
  'é😀',
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      document: fc.constantFrom<DocumentName>('values', 'namespace'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.constantFrom(0, 0, 0, 1, 2, 9),
      text: fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), pick: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'settle' as const }) },
);

function open(documents: Documents): void {
  const original = (name: DocumentName) =>
    ({ source: 'imported', fileName: name, text: documents[name] }) as const;
  const work: Work = {
    documents,
    originals: { values: original('values'), namespace: original('namespace') },
  };
  wizard.setState({ work, settled: work, past: [], future: [], openKey: undefined });
}

function present(): Work {
  const { work } = wizard.getState();
  if (!work) throw new Error('Nothing is open');
  return work;
}

/** The edit of the shown text that a deed stands for; never through half a character. */
function editOf(shown: string, { at, length, text }: Typed): TextEdit {
  const whole = (offset: number) =>
    /[\udc00-\udfff]/.test(shown[offset] ?? '') ? offset - 1 : offset;
  const start = whole(Math.floor(at * shown.length));
  const end = Math.max(start, whole(Math.min(shown.length, start + length)));
  return { offset: start, length: end - start, text };
}

function type(typed: Typed): void {
  const before = present().documents[typed.document];
  const shown = shownText(before);
  const edit = editOf(shown, typed);
  editShown(typed.document, [edit]);
  const after = present().documents[typed.document];
  expect(shownText(after)).toBe(applyEdits(shown, [edit]));
  // Every byte before and after the edit is as it was: line breaks, byte order mark, all.
  const head = ownLength(before, edit.offset);
  const tail = before.length - ownLength(before, edit.offset + edit.length);
  expect(after.slice(0, head)).toBe(before.slice(0, head));
  expect(after.slice(after.length - tail)).toBe(before.slice(before.length - tail));
}

/** How much of a text is shown as its first characters. */
function ownLength(text: string, shownLength: number): number {
  let length = text.startsWith('\uFEFF') ? 1 : 0;
  for (let shown = 0; shown < shownLength; shown++) {
    length += text.startsWith('\r\n', length) ? 2 : 1;
  }
  return length;
}

function perform(one: Deed, settings: readonly ReturnType<typeof readSettings>[]): void {
  if (one.kind === 'type') type(one);
  else if (one.kind === 'undo') undo();
  else if (one.kind === 'redo') redo();
  else if (one.kind === 'settle') settle();
  else {
    const next = settings[one.pick];
    for (const id of next ? settingSteps : []) {
      const held = presentAssessment()?.settings;
      if (held) changeSetting(held, { id, value: next?.[id], title: 'change settings' });
    }
  }
}

/**
 * What is written to is what the text says, and so is what the form shows once it has caught up;
 * of a text that cannot be read, it shows what a text before said.
 */
function expectTruth(): void {
  const work = present();
  const settings = presentAssessment()?.settings;
  const isRead = assess(work.documents).ok;
  expect(settings !== undefined).toBe(isRead);
  const { settled } = wizard.getState();
  expect(settled && assess(lastReadable(settled)).ok).toBe(true);
  if (isUnsettled(wizard.getState())) return;
  expect(work.readable === undefined).toBe(isRead);
  if (isRead) expect(settings).toEqual(readSettings(treesOf(work.documents)));
  else expect(assess(lastReadable(work)).ok).toBe(true);
}

beforeEach(() => {
  // No frame comes here: the deeds say when the page catches up.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  wizard.setState({ work: undefined, settled: undefined, past: [], future: [] });
});

const mixed: Documents = {
  values: '\uFEFFnamespace: a\r\nworkers:\n- name: w\r  \r\n# é😀\r\ntriggerer: {}',
  namespace: 'metadata:\r\n  name: a\r\n',
};

const old: Documents = {
  values: 'namespace: a\rlabels:\r  a: b\r\n\rlogLevel: INFO\n\r',
  namespace: 'metadata:\r  name: a',
};

describe.each([
  ...allDocuments,
  ['mixed line breaks', mixed] as const,
  ['old line breaks', old] as const,
])('%s', (_name, documents) => {
  test('edits and changes in any order lose nothing and never part from the text', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { minLength: 1, maxLength: 12 }),
        fc.array(anySettings, { minLength: 5, maxLength: 5 }),
        (deeds, settings) => {
          open(documents);
          for (const one of deeds) {
            perform(one, settings);
            expectTruth();
          }
          settle();
          const end = present();
          const undone = wizard.getState().future.length;
          while (wizard.getState().past.length > 0) undo();
          expect(present().documents).toEqual(documents);
          while (wizard.getState().future.length > 0) redo();
          for (let step = 0; step < undone; step++) undo();
          expect(present()).toEqual(end);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
