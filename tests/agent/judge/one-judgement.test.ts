import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assess, standingOf } from '../../../src/agent/assess/assess.ts';
import type { PodAssessment } from '../../../src/agent/assess/assessment.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import { writeSettings } from '../../../src/agent/settings/lens/write-settings.ts';
import { cli, temporaryFolder } from '../../cli/cli.ts';
import { assessed } from '../rules/base.ts';
import { anySettings } from '../settings/any-settings.ts';
import { sample, sampleNames } from '../settings/samples.ts';
import { expectAgreement } from './agreement.ts';
import { anyNamespace, anyValues } from './any-values.ts';

vi.setConfig({ testTimeout: 120_000 });

const anyDocuments: fc.Arbitrary<Documents> = fc.record({
  values: anyValues,
  namespace: anyNamespace,
});

describe('every view of a verdict is of one judgement', () => {
  it('over any contexts and any policy', () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        expectAgreement(documents, assessed(documents));
      }),
      { numRuns: 300 },
    );
  });

  it('over files of every standing, with readings that differ', () => {
    const all = fc.sample(anyDocuments, { numRuns: 300, seed: 1 }).map(assessed);
    const standings = all.map(standingOf);
    for (const standing of ['admitted', 'fails', 'rejected', 'unknown'] as const) {
      expect(standings.filter((one) => one === standing).length).toBeGreaterThan(3);
    }
    const pods = all.flatMap((assessment) => assessment.pods);
    const broken = ({ modes }: PodAssessment) =>
      modes.enforce.readings.map(({ violations }) => violations.map(({ check }) => check).join());
    const differing = pods.filter((pod) => new Set(broken(pod)).size > 1);
    expect(differing.length).toBeGreaterThan(pods.length / 50);
  });

  it.each(sampleNames)('over any settings written into %s', (name) => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { documents } = writeSettings(sample(name), settings);
        expectAgreement(documents, assessed(documents));
      }),
      { numRuns: 15 },
    );
  });

  it('and the command line ends well exactly if it is green', async () => {
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(anyDocuments, async (documents) => {
        writeFileSync(join(folder, 'values.yaml'), documents.values);
        writeFileSync(join(folder, 'namespace.yaml'), documents.namespace);
        const result = assess(documents);
        const isGreen = result.ok && standingOf(result.assessment) === 'admitted';
        const { code } = await cli(['check', '--as', 'values', 'namespace.yaml', 'values.yaml'], {
          cwd: folder,
        });
        expect(code).toBe(isGreen ? 0 : 1);
      }),
      { numRuns: 60 },
    );
  });
});
