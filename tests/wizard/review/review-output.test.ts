import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { entryName } from '../../../src/handover/archive/entry.ts';
import type { Fields } from '../../../src/handover/field-id.ts';
import { outputs } from '../../../src/handover/outputs.ts';
import type { Present } from '../../../src/wizard/present.ts';
import { handoverInput } from '../../../src/wizard/review/outputs/handover-input.ts';
import { handoverOutputs } from '../../../src/wizard/review/outputs/handover-outputs.ts';
import {
  inGroups,
  type ReviewOutput,
  sizeWords,
  takeRows,
} from '../../../src/wizard/review/outputs/review-output.ts';
import { secretsToMake } from '../../../src/wizard/review/outputs/secrets-to-make.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

const wrong = 'a: [';

/** The team's file as it became, beside a Namespace of ours. */
function presentOf(values: string): Present {
  const documents = { ...starter(), values };
  const original = (text: string) => ({ source: 'imported' as const, fileName: 'team.yaml', text });
  const result = assess(documents);
  return {
    work: {
      documents,
      originals: {
        values: original(teamEdited),
        namespace: { ...original(documents.namespace), source: 'starter' },
      },
    },
    assessment: result.ok ? result.assessment : assessed(teamEdited),
    unread: result.ok ? [] : result.problems,
  };
}

function inputOf(values: string, fields: Fields = {}) {
  return handoverInput(presentOf(values), assessed(teamEdited), fields);
}

function outputOf(id: string, values: string, fields: Fields = {}): ReviewOutput {
  const found = handoverOutputs(inputOf(values, fields)).list.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
}

const now = fixed(teamEdited);
const shown = handoverOutputs(inputOf(now));

describe('handoverInput', () => {
  it('has the user’s own names, and no text before one that nobody brought', () => {
    expect(inputOf(now).files).toEqual([
      { name: 'team.yaml', document: 'values', before: teamEdited, after: now },
      { name: 'namespace.yaml', document: 'namespace', after: starter().namespace },
    ]);
  });

  it.each([
    ['what was opened', now, teamEdited],
    ['what is, where nothing has changed', teamEdited, teamEdited],
  ])('judges before by %s', (_, values, judged) => {
    const imported = values === teamEdited ? undefined : assessed(teamEdited);
    const { before } = handoverInput(presentOf(values), imported, {});
    expect(before?.ok === true && before.assessment.documents.values).toBe(judged);
  });

  it('has nothing before where the values are our own, or could not be read', () => {
    expect(handoverInput(presentOf(now), undefined, {})).not.toHaveProperty('before');
    const present = presentOf(now);
    const { values } = present.work.originals;
    const originals = { ...present.work.originals, values: { ...values, source: 'link' as const } };
    const linked = { ...present, work: { ...present.work, originals } };
    const input = handoverInput(linked, assessed(teamEdited), {});
    expect(input).not.toHaveProperty('before');
    expect(input.files.map((file) => [file.name, 'before' in file])).toEqual([
      ['values.yaml', false],
      ['namespace.yaml', false],
    ]);
  });
});

it('groups outputs in the order of the list', () => {
  expect(
    inGroups(shown.list).map(({ group, outputs: all }) => [group, all.map(({ id }) => id)]),
  ).toEqual([
    ['Repository', ['files', 'patch', 'pull-request']],
    ['Install', ['commands']],
    ['GitOps and IaC', ['argo', 'flux', 'kustomize', 'terraform']],
    ['For DAG authors', ['task-pods']],
  ]);
});

describe('takeRows', () => {
  it('has the user’s own files each, and everything else as an output', () => {
    expect(takeRows(shown.list).map(({ name, isFile, output }) => [name, isFile, output])).toEqual([
      ['team.yaml', true, 'files'],
      ['namespace.yaml', true, 'files'],
      ['Patch', false, 'patch'],
      ['Pull request', false, 'pull-request'],
      ['Commands', false, 'commands'],
      ['Argo CD', false, 'argo'],
      ['Flux', false, 'flux'],
      ['Kustomize', false, 'kustomize'],
      ['Terraform', false, 'terraform'],
      ['Task pods', false, 'task-pods'],
    ]);
  });

  it('gives the files and copies their texts, or says why there are none', () => {
    for (const { output, files, copy } of takeRows(handoverOutputs(inputOf(wrong)).list)) {
      const found = files();
      if (output === 'files' || output === 'patch') {
        expect(found).not.toEqual(expect.any(String));
        expect(copy()).toHaveProperty('text');
      } else {
        expect(found).toMatch(/^team\.yaml cannot be read as it is now\. /);
        expect(copy()).toEqual({ reason: found });
      }
    }
    const [values] = takeRows(shown.list);
    expect(values?.copy()).toEqual({ text: now });
  });

  it('leaves out own files that cannot be made', () => {
    const none = { ...outputOf('files', now), make: () => ({ ok: false as const, reason: 'No' }) };
    expect(takeRows([none])).toEqual([]);
  });

  it('copies commands as they are pasted', () => {
    const made = outputOf('commands', now).make();
    const all = made.ok ? made.steps?.all : undefined;
    const copied = takeRows(shown.list)
      .find(({ output }) => output === 'commands')
      ?.copy();
    expect(copied).toEqual({ text: all });
    expect(all).toMatch(/^helm repo add /);
    expect(all).not.toContain('#');
  });
});

describe('fields', () => {
  const fieldsOf = (id: string, fields: Fields = {}) =>
    outputOf(id, now, fields).fields.map((field) => field.id);

  it('are asked where they matter', () => {
    const inline = [
      'applicationName',
      'argoNamespace',
      'argoProject',
      'chartVersion',
      'releaseName',
      'argoValues',
    ];
    expect(fieldsOf('argo')).toEqual(inline);
    expect(fieldsOf('argo', { argoValues: 'git' })).toEqual([
      ...inline,
      'gitRepository',
      'gitRevision',
    ]);
    expect(fieldsOf('patch')).toEqual([]);
  });

  it('say what is usual, and what is wrong', () => {
    const [release, , context, file] = outputOf('commands', now, { releaseName: 'A b' }).fields;
    expect(release).toMatchObject({
      label: 'Release name',
      value: 'A b',
      placeholder: 'globex-prod',
      complaint: expect.stringContaining('lower case'),
    });
    expect(context).toEqual({
      id: 'kubeContext',
      label: 'Kube context',
      value: '',
      placeholder: 'the current one',
    });
    expect(file?.value).toBe('team.yaml');
    expect(outputOf('commands', now, { releaseName: 'A b' }).make()).toMatchObject({
      ok: false,
      field: 'releaseName',
    });
  });

  it('of one name hold for all outputs', () => {
    for (const id of ['commands', 'argo', 'flux', 'kustomize', 'terraform']) {
      const made = outputOf(id, now, { releaseName: 'once-for-all' }).make();
      expect(made.ok && made.files.some(({ text }) => text.includes('once-for-all'))).toBe(true);
    }
  });
});

it('makes a text once, however often it is asked for', () => {
  const output = outputOf('flux', now);
  expect(output.make()).toBe(output.make());
});

it.each([now, teamEdited, wrong])('the archive has what is shown, byte for byte', (values) => {
  const { list, archive } = handoverOutputs(inputOf(values));
  const { 'README.md': readme, ...files } = unzipSync(archive.bytes());
  expect(readme).toBeDefined();
  const expected = list.flatMap(({ id, make }) => {
    const made = make();
    const output = outputs.find((one) => one.id === id);
    if (!made.ok || output === undefined) return [];
    return made.files.map(({ name, text }) => [entryName(output, name), text] as const);
  });
  const decoder = new TextDecoder();
  expect(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)])).toEqual(
    expected,
  );
});

describe('secretsToMake', () => {
  it('has the lines of the commands', () => {
    const fields = { kubeContext: 'prod' };
    const lines = secretsToMake(inputOf(now, fields)).map(({ making }) =>
      'command' in making ? making.command : making.reason,
    );
    const made = outputOf('commands', now, fields).make();
    const steps = made.ok ? made.steps?.each : undefined;
    const step = steps?.find(({ title }) => title === 'Make the Secrets');
    expect(lines.join('\n')).toBe(step?.command);
    expect(lines).toHaveLength(4);
  });

  it('has the reason where there is no command, and nothing of a text that cannot be read', () => {
    const odd = now.replace(
      'agentTokenSecretName: globex-agent-token',
      'agentTokenSecretName: A_b',
    );
    const made = secretsToMake(inputOf(odd)).find(({ name }) => name === 'A_b');
    expect(made?.making).toEqual({ reason: expect.stringContaining('cannot name a Secret') });
    expect(secretsToMake(inputOf(wrong))).toEqual([]);
  });

  it('makes none in a namespace that is none', () => {
    const present = presentOf(now);
    const { settings } = present.assessment;
    const namespace = { ...settings.namespace, name: 'a; touch x #' };
    const assessment = { ...present.assessment, settings: { ...settings, namespace } };
    const input = handoverInput({ ...present, assessment }, undefined, {});
    expect(secretsToMake(input)).toHaveLength(4);
    for (const { making } of secretsToMake(input)) {
      expect(making).toEqual({ reason: expect.stringContaining('cannot name a namespace') });
    }
  });
});

it.each([
  ['', '0 bytes'],
  ['é'.repeat(400), '800 bytes'],
  ['a'.repeat(2149), '2.1 kB'],
])('says the size of a text', (text, words) => {
  expect(sizeWords(text)).toBe(words);
});
