import { beforeEach, expect, test, vi } from 'vitest';
import { assess } from '../../src/agent/assess/assess.ts';
import { editDocument, fixProblem, importFile } from '../../src/wizard/actions.ts';
import { undo, wizard } from '../../src/wizard/store.ts';

beforeEach(() => {
  // No frame comes here: the page shows the text before, as it does until a letter is painted.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  wizard.setState(wizard.getInitialState(), true);
});

const worker = (name: string, user: number) =>
  `  - name: ${name}\n    podSecurityContext: {runAsNonRoot: true, runAsUser: ${user}, fsGroup: 1, seccompProfile: {type: RuntimeDefault}}\n`;

const file = (...workers: readonly string[]) =>
  `resourceNamePrefix: acme\nnamespace: agents\nworkers:\n${workers.join('')}sentinel: {enabled: false}\n`;

const bad = worker('bad', 0);
const fine = worker('fine', 1234);

function open(text: string): string {
  expect(importFile(text, 'values.yaml')).toMatchObject({ ok: true });
  const { work } = wizard.getState();
  const result = work && assess(work.documents);
  const problem = result?.ok
    ? result.assessment.problems.find(({ fix, id }) => fix && id.includes('runAsUser'))
    : undefined;
  if (!problem) throw new Error('No problem to fix');
  return problem.id;
}

const text = () => wizard.getState().work?.documents.values ?? '';

test('a fix follows its worker when another is typed above it', () => {
  const id = open(file(bad));
  editDocument('values', file(fine, bad));
  fixProblem(id);
  expect(text()).toBe(file(fine, worker('bad', 50_000)));
  undo();
  expect(text()).toBe(file(fine, bad));
});

test('a fix of a worker that is gone is not made in the place of another', () => {
  const id = open(file(bad, fine));
  editDocument('values', file(fine));
  fixProblem(id);
  expect(text()).toBe(file(fine));
  expect(wizard.getState().announcement?.text).toMatch(/^Not done: the text has changed/);
});

test('a fix of a text that cannot be read is not made', () => {
  const id = open(file(bad));
  editDocument('values', 'workers: [\n');
  fixProblem(id);
  expect(text()).toBe('workers: [\n');
  expect(wizard.getState().announcement?.text).toMatch(/cannot be read/);
});
