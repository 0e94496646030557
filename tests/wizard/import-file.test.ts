import { beforeEach, expect, test } from 'vitest';
import { changeDocuments, importFile, openStarter } from '../../src/wizard/actions.ts';
import { wizard } from '../../src/wizard/store.ts';

beforeEach(() => wizard.setState(wizard.getInitialState(), true));

const manifest = () => {
  const { work } = wizard.getState();
  return { now: work?.documents.namespace, opened: work?.originals.namespace.text };
};

test('a manifest that takes the name of an opened file counts as it was opened', () => {
  importFile('namespace: mine\nresourceNamePrefix: a\n', 'values.yaml');
  const { now, opened } = manifest();
  expect(now).toContain('name: mine\n');
  expect(opened).toBe(now);
});

test('what somebody changed in it before still counts as changed', () => {
  openStarter();
  const { work } = wizard.getState();
  const before = work?.documents.namespace ?? '';
  const edited = before.replace('enforce: restricted', 'enforce: baseline');
  changeDocuments({ values: work?.documents.values ?? '', namespace: edited }, { title: 'edit' });
  importFile('namespace: mine\nresourceNamePrefix: a\n', 'values.yaml');
  const { now, opened } = manifest();
  expect(now).toContain('enforce: baseline\n');
  expect(now).toContain('name: mine\n');
  expect(opened).toBe(before);
});
