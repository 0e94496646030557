import type { Entry, ScalarNode, YamlNode } from '../../yaml/node.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { keyText } from '../../yaml/scalar.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import { isHarmless, isPlainKey } from './harmless.ts';

/** A stretch of a text that is a key or a scalar, and whether it may be printed. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isShown: boolean;
}

/** What of a document may be printed, and what not. */
export interface Disclosure {
  /** In the order of the text. */
  readonly stretches: readonly Stretch[];
  /** The texts that may not be printed. */
  readonly hidden: readonly string[];
  /** The texts that may. */
  readonly shown: readonly string[];
}

/** Goes through a document once. Without a tree, nothing of it is known. */
export function disclosureOf({ text, root }: YamlTree): Disclosure {
  const walk = new Walk(text);
  if (root !== undefined) walk.node(root, []);
  walk.stretches.sort((a, b) => a.start - b.start);
  return walk;
}

class Walk implements Disclosure {
  readonly stretches: Stretch[] = [];
  readonly hidden: string[] = [];
  readonly shown: string[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  node(node: YamlNode, place: Path): void {
    switch (node.kind) {
      case 'scalar':
        this.scalar(node, place);
        return;
      // An alias is where it stands; its value is looked at where it is written.
      case 'alias':
        this.add(node.range, isPlainKey(node.name), [node.name]);
        return;
      case 'sequence':
        for (const [index, item] of node.items.entries()) this.node(item, [...place, index]);
        return;
      case 'mapping':
        for (const entry of node.entries) this.entry(entry, place);
    }
  }

  private entry({ key, value, merge }: Entry, place: Path): void {
    if (key.kind !== 'scalar') {
      // A key that is a collection or an alias: nothing below it has a place of its own.
      this.add(key.range, false, []);
      this.node(value, [...place, '']);
      return;
    }
    const name = merge ? '<<' : keyText(key.value);
    this.add(key.range, isPlainKey(name), [name]);
    this.node(value, merge ? place : [...place, name]);
  }

  private scalar({ range, content, value }: ScalarNode, place: Path): void {
    if (range.length === 0) return;
    const end = range.offset + range.length;
    const source = this.text.slice(content, end);
    const isText = typeof value === 'string' || typeof value === 'number';
    const text = typeof value === 'string' ? value : source;
    const isShown = isHarmless(place, isText ? text : undefined);
    this.add({ offset: content, length: end - content }, isShown, [String(value), source]);
  }

  private add({ offset, length }: TextRange, isShown: boolean, texts: readonly string[]): void {
    this.stretches.push({ start: offset, end: offset + length, isShown });
    (isShown ? this.shown : this.hidden).push(...texts);
  }
}
