import { textAt } from '../../yaml/locate.ts';
import type { KnownNamespaces } from '../check/known-namespaces.ts';
import type { Overrides } from '../check/overrides.ts';
import type { Recorder } from '../check/recorder.ts';
import { judgeLayers } from './judge-layers.ts';
import type { LayeredTexts } from './layered-texts.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly namespaces: KnownNamespaces;
  readonly recorder: Recorder;
}

/** Judges what Helm merges of layers, and reports it. */
export async function reportLayers(
  texts: LayeredTexts,
  { overrides, namespaces, recorder }: Surroundings,
): Promise<void> {
  recorder.tally.recognised();
  const namespace = namespaces.manifestFor(textAt(texts.merge.tree, ['namespace']));
  const { verdicts, diagnostics, standing } = judgeLayers({ texts, namespace }, overrides);
  for (const verdict of verdicts) await recorder.verdict(verdict);
  recorder.tally.standing(standing);
  if (verdicts.length === 0 && diagnostics.length === 0) {
    recorder.note('The merged values make no pods, so there is nothing to judge.');
  }
  await recorder.findings(diagnostics);
}
