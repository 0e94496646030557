import { beforeEach, expect, test } from 'vitest';
import { draftOf, readDraft } from '../../src/share/draft.ts';
import { editDocument, importFile, restoreWork } from '../../src/wizard/actions.ts';
import { lastReadable } from '../../src/wizard/readable.ts';
import { useWizard } from '../../src/wizard/store.ts';

beforeEach(() => useWizard.setState(useWizard.getInitialState(), true));

test('work that comes back with a broken text still derives from the text before it broke', () => {
  importFile('namespace: opened\n', 'values.yaml');
  editDocument('values', 'namespace: edited\n');
  editDocument('values', 'namespace: [\n');
  const { work } = useWizard.getState();
  const draft = work && draftOf(work, { step: 'security' });
  const back = draft?.ok ? readDraft(draft.text) : undefined;
  useWizard.setState(useWizard.getInitialState(), true);
  if (back) restoreWork(back.work, 'restore this tab');
  const restored = useWizard.getState().work;
  expect(restored?.documents.values).toBe('namespace: [\n');
  expect(restored && lastReadable(restored).values).toBe('namespace: edited\n');
});
