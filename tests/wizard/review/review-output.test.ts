import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import type { Present } from '../../../src/wizard/present.ts';
import { inGroups, sizeWords, takeRows } from '../../../src/wizard/review/outputs/review-output.ts';
import { outputsOf } from '../../../src/wizard/review/outputs/todays-outputs.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

function presentOf(values: string, broken = false): Present {
  const documents = { ...starter(), values };
  const original = (text: string) => ({ source: 'imported' as const, fileName: 'team.yaml', text });
  const result = assess({ ...documents, values: 'a: [' });
  return {
    work: {
      documents,
      originals: {
        values: original(teamEdited),
        namespace: { ...original(documents.namespace), source: 'starter' },
      },
    },
    assessment: assessed(values),
    unread: broken && !result.ok ? result.problems : [],
  };
}

const outputs = outputsOf(presentOf(fixed(teamEdited)));

it('groups outputs in the order of the list', () => {
  expect(
    inGroups(outputs.list).map(({ group, outputs: all }) => [group, all.map(({ id }) => id)]),
  ).toEqual([
    ['Repository', ['files', 'patch']],
    ['Install', ['commands']],
  ]);
});

describe('takeRows', () => {
  it('has the user’s own files each, and everything else as an output', () => {
    expect(
      takeRows(outputs.list).map(({ name, isFile, output }) => [name, isFile, output]),
    ).toEqual([
      ['team.yaml', true, 'files'],
      ['namespace.yaml', true, 'files'],
      ['Patch', false, 'patch'],
      ['Commands', false, 'commands'],
    ]);
  });

  it('gives the files, or why there are none', () => {
    const rows = takeRows(outputsOf(presentOf(teamEdited)).list);
    const found = rows.map(({ files }) => files());
    expect(
      found.map((one) => (typeof one === 'string' ? one : one.map(({ name }) => name))),
    ).toEqual([
      ['team.yaml'],
      ['namespace.yaml'],
      'Nothing has changed, so there is no patch.',
      ['commands.sh'],
    ]);
  });

  it('leaves out own files that cannot be made', () => {
    const none = { ...outputs.list[0], make: () => ({ ok: false as const, reason: 'No' }) };
    expect(
      takeRows([{ id: 'files', group: '', title: '', kind: '', fields: [], ...none }]),
    ).toEqual([]);
  });
});

it('makes no commands of a text that cannot be read', () => {
  const commands = outputsOf(presentOf(fixed(teamEdited), true)).list.find(
    ({ id }) => id === 'commands',
  );
  expect(commands?.make()).toMatchObject({ ok: false });
});

it('gives the reason of a namespace that no command can name', () => {
  const present = presentOf(fixed(teamEdited));
  const { settings } = present.assessment;
  const namespace = { ...settings.namespace, name: 'a; touch x #' };
  const assessment = { ...present.assessment, settings: { ...settings, namespace } };
  const commands = outputsOf({ ...present, assessment }).list.find(({ id }) => id === 'commands');
  expect(commands?.make()).toMatchObject({ ok: false, reason: expect.stringContaining('touch x') });
});

it('puts the files into the archive as they are shown', () => {
  const files = unzipSync(outputs.archive.bytes());
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(Object.keys(files)).toEqual(['team.yaml', 'namespace.yaml']);
  expect(text('team.yaml')).toBe(fixed(teamEdited));
});

it.each([
  ['', '0 bytes'],
  ['é'.repeat(400), '800 bytes'],
  ['a'.repeat(2149), '2.1 kB'],
])('says the size of a text', (text, words) => {
  expect(sizeWords(text)).toBe(words);
});
