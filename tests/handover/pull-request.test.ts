import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, codeBlock, prose } from '../../src/handover/pull-request/markdown.ts';
import { pullRequest } from '../../src/handover/pull-request/output.ts';
import { hostileNames } from './hostile-names.ts';
import { documentsWith, inputOf, repairedInput, sample, textOf } from './inputs.ts';

test('says what changes and why, before and after, what is left, and how it was checked', () => {
  const text = textOf(pullRequest.make(repairedInput('team-edited.yaml')));
  expect(text.match(/^##.*$/gm)).toEqual([
    '## Run the Remote Execution Agent under the restricted Pod Security Standard',
    '### What changes',
    '### Why',
    '### What is left to decide',
    '### How it was checked',
  ]);
  expect(text).toContain('- Before: 5 of 5 pods would be rejected by `restricted:latest`.');
  expect(text).toMatch(/^- Now: \d of 5 pods .* by `restricted:latest`/m);
  expect(text).toMatch(/^- `agents\/values\.yaml`: \d+ lines changed$/m);
  expect(text).toContain('- `agents/namespace.yaml`: new');
  expect(text).toMatch(/^- `allowPrivilegeEscalation`: `container .*` \(`worker\/default`/m);
  expect(text).toMatch(/\[Source\]\(<https:\/\/kubernetes\.io\/[^>]+>\)/);
  expect(text).toMatch(
    /```text\npods "globex-prod-worker-default-.*" is forbidden: violates PodSecurity/,
  );
  expect(text.endsWith('\n')).toBe(true);
});

test('what is left to decide is a list to tick', () => {
  const values =
    'resourceNamePrefix: a\nworkers:\n  - name: w\n    volumes: [{name: v, hostPath: {path: /}}]\n';
  const before = documentsWith(values);
  const text = textOf(pullRequest.make(inputOf(before, before)));
  expect(text).toMatch(/### What is left to decide\n\n- \[ \] `/);
  expect(text).toContain(
    '- [ ] `restrictedVolumes`: `volume "v" uses restricted volume type "hostPath"` (`worker/w`)',
  );
});

test('without a text that was opened there is one verdict', () => {
  const text = textOf(pullRequest.make(inputOf(documentsWith(sample('already-restricted.yaml')))));
  expect(text).toMatch(/^- Verdict: \d of \d pods admitted by `restricted:latest`\.$/m);
  expect(text).toContain('Nothing: no problem of the standard');
  expect(text).not.toContain('### Why');
});

test('fits GitHub, whatever the file', { timeout: 60_000 }, () => {
  const worker = (n: number) =>
    `  - name: w${n}\n    extraContainers:\n      - {name: ${'x'.repeat(60)}-${n}, image: x}\n`;
  const values = `resourceNamePrefix: a\nworkers:\n${Array.from({ length: 150 }, (_, n) => worker(n)).join('')}`;
  const before = documentsWith(values);
  for (const now of [before, documentsWith(sample('already-restricted.yaml'))]) {
    const text = textOf(pullRequest.make(inputOf(now, before)));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('### How it was checked');
  }
});

/** What CommonMark shows of a code span that is a whole paragraph. */
function shownOf(span: string): string {
  const [, fence = '', content = ''] = /^(`+)([\s\S]*[^`]|[^`])\1$/.exec(span) ?? [];
  expect(fence).not.toBe('');
  expect(content.match(/`+/g) ?? []).not.toContain(fence);
  expect(content).not.toContain('\n');
  return /^ .* $/.test(content) && content.trim() !== '' ? content.slice(1, -1) : content;
}

const markup = fc
  .array(
    fc.constantFrom(
      '`',
      '``',
      '@everyone',
      '#1',
      '<img src=x>',
      '](x)',
      '|',
      ' ',
      '\n',
      '\\',
      '*',
      '-',
      'a',
      '~~~',
      '<!--',
      '\u202e',
    ),
  )
  .map((pieces) => pieces.join(''));

test('no text of a file is markup', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostileNames), fc.string(), markup), (text) => {
      const shown = shownOf(code(text));
      if (/^[^`\p{Cc}\p{Cf}\u2028\u2029]+$/u.test(text) && text.trim() !== '')
        expect(shown).toBe(text);
      const [first = '', ...rest] = codeBlock([text, 'end']).split('\n');
      const fence = first.replace('text', '');
      expect(rest.indexOf(fence)).toBe(rest.length - 1);
      expect(rest).toHaveLength(3);
    }),
  );
});

describe('prose', () => {
  test.each([
    ['a *b* _c_ `d` [e](f) <g> #1', 'a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g\\> \\#1'],
    ['mail @team', 'mail @\u2060team'],
    ['It’s 100 % fine.', 'It’s 100 % fine.'],
  ])('%j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});
