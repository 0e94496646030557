import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { starter } from '../../src/agent/starter/starter.ts';
import { cli, temporaryFolder } from './cli.ts';
import { planted } from './planted.ts';

/** As it is, and as JSON and Go write it in quotes. */
function forms(secret: string): readonly string[] {
  return [secret, JSON.stringify(secret).slice(1, -1)];
}

describe('the command line prints no credential', () => {
  test.each(planted)('of $where', async ({ secret, text }) => {
    expect(text).toContain(secret);
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'values.yaml'), text);
    const outputs = [
      ...['text', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]),
      ['fix', '-w'],
    ];
    for (const words of outputs) {
      const { code, out, err } = await cli([...words, 'values.yaml'], { cwd });
      // Nothing is shown for nothing: each has something to be said of it.
      if (words[0] === 'check') expect(out.length).toBeGreaterThan(80);
      expect([0, 1, 2]).toContain(code);
      for (const form of forms(secret)) {
        expect(out, words.join(' ')).not.toContain(form);
        expect(err, words.join(' ')).not.toContain(form);
      }
    }
  });

  test('a number in env is told by its first digit and its length', async () => {
    const stdin = 'namespace: a\ncommonEnv:\n  - name: A_TOKEN\n    value: 91827364554637\n';
    const { out } = await cli(['check', '--as', 'values', '-'], { stdin: `${stdin}workers: []\n` });
    expect(out).toContain('A_TOKEN must be a string: write "9..." (14 digits) in quotes');
    expect(out).toContain('    4 |     value: **************');
    const sarif = (await cli(['check', '--as', 'values', '--format', 'sarif', '-'], { stdin })).out;
    expect(sarif).toContain('"insertedContent":{"text":"\\""}');
  });
});

describe('what is not secret is shown', () => {
  test.each([
    ['podSecurityContext: {runAsUser: "50000"}', 'podSecurityContext: {runAsUser: "50000"}'],
    ['workers: [{name: My_Worker}]', 'workers: [{name: My_Worker}]'],
    ['sentinal: {enabled: true}', 'sentinal: {enabled: true}'],
    ['image: <your-image>', 'image: <your-image>'],
    ['workers: [{name: w, resources: {limits: {cpu: 1 GB}}}]', 'limits: {cpu: 1 GB}'],
    ['commonEnv: [{name: FLAG, value: True}]', '{name: FLAG, value: True}'],
    [
      'workers: [{name: w, volumeMounts: [{name: v, mountPath: /tmp/x}]}]',
      '{name: v, mountPath: /tmp/x}',
    ],
  ])('in %s', async (line, shown) => {
    const { out } = await cli(['check', '--as', 'values', '-'], {
      stdin: `namespace: agents\n${line}\n`,
    });
    expect(out).toContain(shown);
  });

  test('and nothing of the starter’s own text is masked but its comments and free texts', async () => {
    const stdin = starter().values.replace('runAsNonRoot: true', 'runAsNonRoot: "true"');
    const { out } = await cli(['check', '--as', 'values', '-'], { stdin });
    expect(out).toContain('runAsNonRoot must be true or false: "true" is a text');
  });
});
