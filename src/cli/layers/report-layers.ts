import type { Overrides } from '../check/overrides.ts';
import type { Recorder } from '../check/recorder.ts';
import { judgeLayers, type LayeredInstall } from './judge-layers.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly recorder: Recorder;
}

/** Judges what Helm merges of layers, and reports it. */
export async function reportLayers(
  install: LayeredInstall,
  { overrides, recorder }: Surroundings,
): Promise<void> {
  recorder.tally.recognised();
  const { verdicts, diagnostics, standing } = judgeLayers(install, overrides);
  for (const verdict of verdicts) await recorder.verdict(verdict);
  recorder.tally.standing(standing);
  if (verdicts.length === 0 && diagnostics.length === 0) {
    recorder.note('The merged values make no pods, so there is nothing to judge.');
  }
  await recorder.findings(diagnostics);
}
