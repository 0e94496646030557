import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { starter } from '../../src/agent/starter/starter.ts';
import { type DraftWork, draftOf, readDraft } from '../../src/share/draft.ts';

const time = new Date('2026-11-22T16:20:00.000Z');

function workOn(values: string, original = values): DraftWork {
  const { namespace } = starter();
  return {
    documents: { values, namespace },
    originals: {
      values: { source: 'imported', fileName: 'prod.yaml', text: original },
      namespace: { source: 'starter', fileName: 'namespace.yaml', text: namespace },
    },
  };
}

const stored = (work: DraftWork) => {
  const draft = draftOf(work, { step: 'security', config: 'v1.abc', time });
  return draft.ok ? draft.text : draft.reason;
};

test('a draft comes back as it was', () => {
  const work = workOn(readFileSync('tests/samples/astro-ui-2x.yaml', 'utf8'), 'a: 1\n');
  expect(readDraft(stored(work))).toEqual({ work, step: 'security', config: 'v1.abc', time });
});

test('a draft of a text that cannot be read keeps the texts that last could be', () => {
  const work = { ...workOn('a: [\n', 'a: 1\n'), readable: workOn('a: 2\n').documents };
  expect(readDraft(stored(work))?.work).toEqual(work);
});

test('a draft need not come from a link', () => {
  const draft = draftOf(workOn('a: 1\n'), { step: 'start' });
  expect(draft.ok && readDraft(draft.text)?.config).toBe(undefined);
});

describe('a file with a credential is not stored at all', () => {
  const secret = 'hunter22';

  test.each([
    ['in it', workOn(`agentToken: ${secret}\n`)],
    ['in it once', workOn('a: 1\n', `agentToken: ${secret}\n`)],
    ['in a comment', workOn(`a: 1\n# agentToken: ${secret}\n`)],
    ['in a text that cannot be read', workOn(`a: [\nagentToken: ${secret}\n`)],
    [
      'in the text that last could be read',
      { ...workOn('a: [\n'), readable: workOn(`agentToken: ${secret}\n`).documents },
    ],
    [
      'in the sidecar’s config',
      workOn(`loggingSidecar:\n  config: |\n    a:\n      token: ${secret}\n`),
    ],
  ])('%s', (_, work) => {
    const draft = draftOf(work, { step: 'start', time });
    expect(draft.ok).toBe(false);
    expect(JSON.stringify(draft)).not.toContain(secret);
    expect(JSON.stringify(draft)).toContain('looks like a credential');
  });

  test('nor taken from storage', () => {
    const text = stored(workOn('a: 1\n')).replaceAll('a: 1', `agentToken: ${secret}`);
    expect(text).toContain(secret);
    expect(readDraft(text)).toBe(undefined);
  });
});

describe('is no draft', () => {
  const good = stored({ ...workOn('a: 1\n'), readable: workOn('a: 2\n').documents });

  test.each([
    ['nothing', ''],
    ['no JSON', good.slice(0, -1)],
    ['null', 'null'],
    ['another version', good.replace('"version":1', '"version":2')],
    ['no time', good.replace(time.toISOString(), 'yesterday')],
    ['a text that is none', good.replace('"text":"a: 1\\n"', '"text":7')],
    ['a readable text that is not', good.replace('a: 2', 'a: [')],
    ['another source', good.replace('"imported"', '"stolen"')],
  ])('%s', (_, text) => {
    expect(text).not.toBe(good);
    expect(readDraft(text)).toBe(undefined);
  });
});
