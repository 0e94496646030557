import { parseTree } from '../../yaml/parse-tree.ts';
import {
  applyToLayers,
  type LayeredDocuments,
  type LayeredRefusal,
} from '../documents/layered-documents.ts';
import { throughLayers } from '../rules/fixes/through-layers.ts';
import { type AssessmentResult, assessTrees } from './assess.ts';
import { type FixOutcome, fixInRounds } from './fix-rounds.ts';

/**
 * As `assess`, of values that are merged of layers: paths are those of the merge, ranges those of
 * its tree, which `placeIn` leads to a layer.
 */
export function assessLayers({ values, namespace, into }: LayeredDocuments): AssessmentResult {
  return assessTrees({ values: values.tree, namespace: parseTree(namespace) }, (findings) =>
    throughLayers(values, into, findings),
  );
}

/** As `fixEverything`, in the files that the values are merged of. */
export function fixLayers(
  documents: LayeredDocuments,
): FixOutcome<LayeredDocuments, LayeredRefusal> {
  return fixInRounds({ assess: assessLayers, apply: applyToLayers }, documents);
}
