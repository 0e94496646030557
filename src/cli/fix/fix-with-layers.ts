import { textAt } from '../../yaml/locate.ts';
import type { Overrides } from '../check/overrides.ts';
import { fixLayeredInstall } from '../layers/fix-layers.ts';
import type { LayeredTexts } from '../layers/layered-texts.ts';
import type { Taking } from '../taking.ts';
import { type FixableFiles, type FixedFiles, fixFiles } from './fix-files.ts';

/**
 * Fixes values of several layers with the Namespace among the other files that they name, or else
 * the only one; and the other files by themselves.
 */
export function fixWithLayers(
  texts: LayeredTexts,
  others: FixableFiles,
  overrides: Overrides,
  as: Taking['as'],
): FixedFiles {
  const manifests = others.parts.filter(({ about }) => about === 'namespace');
  const name = textAt(texts.merge.tree, ['namespace']);
  const named = manifests.find(
    ({ source }) => name !== undefined && textAt(source.tree, ['metadata', 'name']) === name,
  );
  const part = named ?? (manifests.length === 1 ? manifests[0] : undefined);
  // A manifest among other documents of its file is judged with, and repaired by itself.
  const isOwn = part !== undefined && part.file === part.source;
  const ofLayers = fixLayeredInstall({ texts, namespace: part?.source }, overrides);
  const rest: FixableFiles = {
    ...others,
    files: others.files.filter((file) => !(isOwn && file === part.file)),
    parts: others.parts.filter((one) => !(isOwn && one === part)),
  };
  const ofRest = fixFiles(rest, overrides, as);
  const ofInstall = isOwn ? ofLayers.files : ofLayers.files.slice(0, texts.sources.length);
  return {
    files: [...ofInstall, ...ofRest.files],
    applied: ofLayers.applied + ofRest.applied,
    refused: [...ofLayers.refused, ...ofRest.refused],
    left: [...ofLayers.left, ...ofRest.left],
    isSound: ofLayers.isSound && ofRest.isSound,
  };
}
