import { beforeEach, expect, test, vi } from 'vitest';
import { draftOf, readDraft } from '../../src/share/draft.ts';
import { editDocument, importFile, restoreWork } from '../../src/wizard/actions.ts';
import { lastReadable } from '../../src/wizard/readable.ts';
import { settle, useWizard } from '../../src/wizard/store.ts';

beforeEach(() => {
  // No frame comes here: the test says when the page catches up.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  useWizard.setState(useWizard.getInitialState(), true);
});

test('work that comes back with a broken text still derives from the text before it broke', () => {
  importFile('namespace: opened\nresourceNamePrefix: a\n', 'values.yaml');
  editDocument('values', 'namespace: edited\n');
  settle();
  editDocument('values', 'namespace: [\n');
  settle();
  const { work } = useWizard.getState();
  const draft = work && draftOf(work, { step: 'security' });
  const back = draft?.ok ? readDraft(draft.text) : undefined;
  useWizard.setState(useWizard.getInitialState(), true);
  if (back) restoreWork(back.work, 'restore this tab');
  const restored = useWizard.getState().work;
  expect(restored?.documents.values).toBe('namespace: [\n');
  expect(restored && lastReadable(restored).values).toBe('namespace: edited\n');
});
