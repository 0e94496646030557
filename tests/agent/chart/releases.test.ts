import { afterEach, expect, test, vi } from 'vitest';
import { releaseOf } from '../../../src/agent/chart/release-of.ts';
import type * as table from '../../../src/agent/chart/releases.ts';
import { changed, set } from '../rules/base.ts';

const releasesFile = '../../../src/agent/chart/releases.ts';

/** A release that nobody made: it has no Sentinel, and its upgrade is something of its own. */
const madeUp: table.Release = {
  series: '0.9',
  mark: (values) => (Object.hasOwn(values, 'x-first') ? ['x-first'] : undefined),
  hasSentinel: false,
  hasSharedImage: false,
  upgrade: 'Start anew.',
};

afterEach(() => {
  vi.doUnmock(releasesFile);
  vi.resetModules();
});

test('one row is all that a release of the chart takes', async () => {
  // Test files share their modules, so those that read the table are loaded anew.
  vi.resetModules();
  vi.doMock(releasesFile, async (original) => {
    const { releases } = await original<typeof table>();
    return { releases: [madeUp, ...releases] };
  });
  const { assess } = await import('../../../src/agent/assess/assess.ts');
  const { fileFacts } = await import('../../../src/agent/assess/file-facts.ts');
  const result = assess(changed(set(['x-first'], true), set(['image'], null)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { assessment } = result;
  expect(fileFacts(assessment)[0]).toEqual({ name: 'Chart', value: '0.9 shape', code: false });
  expect(assessment.pods.map(({ id }) => id)).toEqual(['worker/w', 'dag-processor', 'triggerer']);
  const old = assessment.findings.filter(({ rule }) => rule === 'old-shape');
  expect(old.map(({ message, why, path }) => [message, why, path])).toEqual([
    ['This file has the shape of chart 0.9', 'Start anew.', ['x-first']],
  ]);
  const missing = assessment.findings.filter(({ rule }) => rule === 'missing-value');
  expect(missing.map(({ path }) => path)).toEqual([['workers', 0, 'image']]);
});

test.each([
  [{}, '2.x', true, []],
  [{ workers: [{ image: 'a' }] }, '1.x', false, ['workers', 0, 'image']],
  [{ workers: [{}], triggerer: { image: 'a' } }, '1.x', false, ['triggerer', 'image']],
  [{ workers: [{ image: 'a' }], sentinel: {} }, '2.x', true, []],
  [{ workers: [{ image: 'a' }], image: null }, '2.x', true, []],
  [
    { image: 'a', workers: [{}, { hpa: { metric: { target: { Value: 10 } } } }] },
    '1.x',
    true,
    ['workers', 1, 'hpa', 'metric', 'target', 'Value'],
  ],
])('%j is of %s', (values, series, hasSentinel, path) => {
  expect(releaseOf(values)).toMatchObject({ series, hasSentinel, path });
});
