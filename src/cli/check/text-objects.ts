import { maxLength } from '../../yaml/parse-tree.ts';
import { dataOf, isObject, type PlainObject } from '../../yaml/value.ts';
import { type JsonList, jsonData, jsonList } from '../input/json-list.ts';
import { quickData } from '../input/quick-yaml.ts';
import type { SourceText } from './source-text.ts';
import { type KubernetesObject, objectsIn, objectsInItem } from './workloads.ts';

/** The data of a text in JSON or in plain YAML, read without the places of anything. */
export function plainData(text: string): unknown {
  return jsonData(text) ?? quickData(text);
}

/** A List that is too long for a tree, with what it says of its items. */
export function longJsonList({
  text,
}: SourceText): (JsonList & { readonly envelope: PlainObject }) | undefined {
  const list = text.length > maxLength ? jsonList(text) : undefined;
  return list !== undefined && isObject(list.envelope)
    ? { items: list.items, envelope: list.envelope }
    : undefined;
}

/** The objects of a document as far as it can be read. */
export function allObjectsIn(text: SourceText): readonly KubernetesObject[] {
  const list = longJsonList(text);
  if (list === undefined) return objectsIn(plainData(text.text) ?? dataIn(text)) ?? [];
  // Their paths would lead nowhere in the document as a whole.
  return list.items.flatMap((item) =>
    (objectsInItem(jsonData(item.text), list.envelope) ?? []).map((object) => ({
      ...object,
      path: ['items'],
    })),
  );
}

/** The data of a text; undefined if it cannot be read. */
export function dataIn(text: SourceText): unknown {
  const { root } = text.tree;
  return root && dataOf(root);
}
