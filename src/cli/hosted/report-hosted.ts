import { textAt } from '../../yaml/locate.ts';
import type { KnownNamespaces } from '../check/known-namespaces.ts';
import type { Overrides } from '../check/overrides.ts';
import type { Recorder } from '../check/recorder.ts';
import { reportLayers } from '../layers/report-layers.ts';
import type { LayeredHosts } from './layered-hosts.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly namespaces: KnownNamespaces;
  readonly recorder: Recorder;
}

/** Judges what Helm merges of each install, and reports it. */
export async function reportHosted(
  { installs }: LayeredHosts,
  around: Surroundings,
): Promise<void> {
  const { namespaces, recorder } = around;
  for (const { texts, name, namespace, problems, notes } of installs) {
    recorder.tally.recognised();
    await recorder.findings(problems);
    await recorder.findings(notes);
    if (texts === undefined) continue;
    const named = textAt(texts.merge.tree, ['namespace']) ?? namespace;
    const manifest = namespaces.manifestFor(named);
    await reportLayers({ texts, namespace: manifest, name }, around);
  }
}
