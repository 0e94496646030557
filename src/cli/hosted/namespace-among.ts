import { textAt } from '../../yaml/locate.ts';
import type { SourceText } from '../check/source-text.ts';
import type { LayeredTexts } from '../layers/layered-texts.ts';
import { documentsIn, type GivenFile } from './given-files.ts';

/** The manifest of the namespace that values name, or else their release; or the only one. */
export function namespaceAmong(
  files: readonly GivenFile[],
  texts: LayeredTexts,
  release: string | undefined,
): SourceText | undefined {
  const manifests = files
    .flatMap(documentsIn)
    .filter(({ data }) => data.kind === 'Namespace' && data.apiVersion === 'v1')
    .map(({ source }) => source);
  const name = textAt(texts.merge.tree, ['namespace']) ?? release;
  const named = manifests.find((one) => textAt(one.tree, ['metadata', 'name']) === name);
  if (name !== undefined && named !== undefined) return named;
  return manifests.length === 1 ? manifests[0] : undefined;
}
