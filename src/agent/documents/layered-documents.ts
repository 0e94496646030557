import { changeLayers } from '../../sources/layers/change-layers.ts';
import type { Merge } from '../../sources/layers/merge-layers.ts';
import type { Refusal } from '../../yaml/change.ts';
import { changeText } from '../../yaml/change-text.ts';
import { changeKey } from '../../yaml/plain-data.ts';
import type { DocumentChange, DocumentName } from './documents.ts';

/** As `Documents`, of an install whose values are merged of several layers. */
export interface LayeredDocuments {
  readonly values: Merge;
  readonly namespace: string;
  /** The index of the layer that changes are to be made in, where somebody chose one. */
  readonly into?: number | undefined;
}

/** A change that was not made, and why. */
export interface LayeredRefusal {
  readonly document: DocumentName;
  /** Of values: the layer that the range is in. */
  readonly layer?: number;
  readonly refusal: Pick<Refusal, 'change' | 'message' | 'remedy' | 'range'>;
}

/** As `applyChanges`: all or none, equal changes once, each in the layer that it belongs in. */
export function applyToLayers(
  documents: LayeredDocuments,
  changes: readonly DocumentChange[],
): { readonly documents: LayeredDocuments; readonly refused: readonly LayeredRefusal[] } {
  const distinct = new Map(changes.map((one) => [changeKey(one.change) + one.document, one]));
  const of = (document: DocumentName) =>
    [...distinct.values()].flatMap((one) => (one.document === document ? [one.change] : []));
  const values = changeLayers(documents.values, of('values'), documents.into);
  const namespace = changeText(documents.namespace, of('namespace'));
  const refused: readonly LayeredRefusal[] = [
    ...values.refused.map((refusal) => ({
      document: 'values' as const,
      layer: refusal.layer,
      refusal,
    })),
    ...namespace.refused.map((refusal) => ({ document: 'namespace' as const, refusal })),
  ];
  if (refused.length > 0) return { documents, refused };
  return {
    documents: { ...documents, values: values.merge, namespace: namespace.text },
    refused,
  };
}
