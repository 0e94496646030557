import { beforeEach, expect, test, vi } from 'vitest';
import { readDraft, writeDraft } from '../../src/share/draft.ts';
import { editDocument, importFile } from '../../src/wizard/actions.ts';
import { lastReadable } from '../../src/wizard/readable.ts';
import { openWork, settle, wizard } from '../../src/wizard/store.ts';

beforeEach(() => {
  // No frame comes here: the test says when the page catches up.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  wizard.setState(wizard.getInitialState(), true);
});

test('work that comes back with a broken text still derives from the text before it broke', () => {
  importFile('namespace: opened\nresourceNamePrefix: a\n', 'values.yaml');
  editDocument('values', 'namespace: edited\n');
  settle();
  editDocument('values', 'namespace: [\n');
  settle();
  const { work } = wizard.getState();
  const draft = work && writeDraft({ id: 'a', work, step: 'security', time: new Date(0) });
  const back = draft === undefined ? undefined : readDraft(draft);
  wizard.setState(wizard.getInitialState(), true);
  if (back) openWork(back.work, { name: 'values.yaml', draftId: back.id });
  const restored = wizard.getState().work;
  expect(restored?.documents.values).toBe('namespace: [\n');
  expect(restored && lastReadable(restored).values).toBe('namespace: edited\n');
});
