import { fixLayers } from '../../agent/assess/layered.ts';
import type { LayeredDocuments, LayeredRefusal } from '../../agent/documents/layered-documents.ts';
import type { Overrides } from '../check/overrides.ts';
import { SourceText } from '../check/source-text.ts';
import type { FixedFiles } from '../fix/fix-files.ts';
import { judgeLayers, type LayeredInstall, layeredDocuments, underPolicy } from './judge-layers.ts';

/** Fix everything of the wizard, each change in the file of the layers that it belongs in. */
export function fixLayeredInstall(install: LayeredInstall, overrides: Overrides): FixedFiles {
  const { texts, namespace } = install;
  const repaired = repairUnder(layeredDocuments(install), install, overrides);
  const after = texts.changed(repaired.documents.values);
  const manifest = namespace && new SourceText(namespace.file, repaired.documents.namespace);
  const judged = judgeLayers({ texts: after, namespace: manifest }, overrides);
  const refused = repaired.refused.map((one) => refusedWords(one, install));
  const manifests =
    namespace === undefined || manifest === undefined ? [] : [[namespace, manifest] as const];
  return {
    files: [
      ...texts.sources.map((before, index) => [before, after.sources[index] ?? before] as const),
      ...manifests,
    ],
    applied: repaired.applied,
    refused,
    left: judged.diagnostics,
    isSound: refused.length === 0 && judged.standing === 'admitted',
  };
}

/** A change that was not made, with its place. */
export function refusedWords(
  { document, layer, refusal }: LayeredRefusal,
  { texts, namespace }: LayeredInstall,
): string {
  const source = document === 'values' ? texts.sources[layer ?? 0] : namespace;
  const words = texts.say(`${refusal.message} ${refusal.remedy}`);
  const place = source?.placeOf(refusal.range);
  const line = place?.region?.startLine;
  return place === undefined ? words : `${place.file}:${line ?? 1}: ${words}`;
}

/** A policy from the command line decides what is repaired, and never shows in the files. */
export function repairUnder(
  documents: LayeredDocuments,
  install: LayeredInstall,
  overrides: Overrides,
) {
  if (overrides.modes.size === 0) return fixLayers(documents);
  const repaired = fixLayers(underPolicy(documents, install, overrides));
  const { namespace } = fixLayers(documents).documents;
  return { ...repaired, documents: { ...repaired.documents, namespace } };
}
