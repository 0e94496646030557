import { readFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { noAnswers, undecided } from '../../../src/agent/assess/decisions/answers.ts';
import { readDraft, writeDraft } from '../../../src/share/draft.ts';
import { editDocument, fixAll, importFile } from '../../../src/wizard/actions.ts';
import { decide, decideAgain } from '../../../src/wizard/decisions/decide.ts';
import { redo, undo, wizard } from '../../../src/wizard/store.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  // Without storage, as in a private window.
  vi.stubGlobal('window', { location: { hash: '' } });
  wizard.setState(wizard.getInitialState(), true);
});

const team = readFileSync('tests/samples/team-edited.yaml', 'utf8');

function open(text: string): void {
  expect(importFile(text, 'values.yaml')).toMatchObject({ ok: true });
}

function present() {
  const { work } = wizard.getState();
  if (!work) throw new Error('Nothing is open');
  return work;
}

const text = () => present().documents.values;
const answers = () => present().answers ?? noAnswers;

function left() {
  const result = assess(present().documents);
  if (!result.ok) throw new Error('Unreadable');
  return undecided(result.assessment, answers());
}

const volume = 'restrictedVolumes.workers.=default.volumes.=dsd-socket.hostPath';

test('a choice is one step, and undo gives the bytes back', () => {
  open(team);
  fixAll();
  const fixed = text();
  expect(left().map(({ id }) => id)).toEqual([volume]);
  expect(decide(volume, 'empty-dir', '')).toEqual({ done: true });
  expect(left()).toEqual([]);
  expect(answers().decided).toEqual([
    {
      problem: volume,
      choice: 'empty-dir',
      title: 'Use an emptyDir',
      field: 'components.workers.0.volumes',
      keeps: false,
    },
  ]);
  const decided = text();
  undo();
  expect(text()).toBe(fixed);
  expect(present().answers).toBeUndefined();
  redo();
  expect(text()).toBe(decided);
  expect(answers().decided).toHaveLength(1);
});

test('a choice that wants a name says so, and writes nothing', () => {
  open(team);
  expect(decide(volume, 'claim', '')).toEqual({ done: false, message: 'Name the claim.' });
  expect(text()).toBe(team);
  expect(wizard.getState().past).toEqual([]);
  expect(decide(volume, 'claim', 'dsd')).toEqual({ done: true });
  expect(text()).toContain('claimName: dsd');
});

test('it is asked again after other changes, which stay', () => {
  open(team);
  decide(volume, 'remove', '');
  editDocument('values', text().replace('logLevel: INFO', 'logLevel: DEBUG'));
  expect(decideAgain(volume)).toBe(true);
  expect(text()).toBe(team.replace('logLevel: INFO', 'logLevel: DEBUG'));
  expect(answers().decided).toEqual([]);
  undo();
  expect(text()).not.toContain('dsd-socket');
});

test('it is not asked again where later changes stand in its lines', () => {
  open(team);
  decide(volume, 'claim', 'dsd');
  editDocument('values', text().replace('claimName: dsd', 'claimName: other'));
  const changed = text();
  expect(decideAgain(volume)).toBe(false);
  expect(text()).toBe(changed);
});

const root = `resourceNamePrefix: acme
namespace: agents
workers:
  - name: w
    initContainers:
      - name: prep
        image: busybox:1
        command: [sh, -c, chown -R 50000:50000 /data]
        securityContext:
          runAsUser: 0
          seLinuxOptions: {user: u}
sentinel: {enabled: false}
`;

test('a draft brings the decisions back', () => {
  open(team);
  decide(volume, 'empty-dir', '');
  const work = present();
  const draft = { id: 'a1', work, step: 'review', time: new Date(0) };
  expect(readDraft(writeDraft(draft))?.work).toEqual(work);
  const forged = { ...work, answers: { decided: [{ problem: 1 }], later: [] } };
  expect(readDraft(JSON.stringify({ ...JSON.parse(writeDraft(draft)), work: forged }))).toBe(
    undefined,
  );
});

test('a Namespace that is brought later keeps them, other values do not', () => {
  open(team);
  decide(volume, 'empty-dir', '');
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: airflow-agents-prod\n';
  expect(importFile(namespace, 'ns.yaml')).toMatchObject({ ok: true });
  expect(answers().decided).toHaveLength(1);
  open(root);
  expect(present().answers).toBeUndefined();
});

test('a text that cannot be read for a while keeps them', () => {
  open(team);
  decide(volume, 'empty-dir', '');
  const good = text();
  editDocument('values', 'workers: [\n');
  expect(decide(volume, 'empty-dir', '')).toEqual({
    done: false,
    message: 'The text cannot be read. Correct it first.',
  });
  expect(answers().decided).toHaveLength(1);
  editDocument('values', good);
  expect(answers().decided).toHaveLength(1);
});
