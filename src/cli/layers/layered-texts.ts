import type { LayeredDocuments } from '../../agent/documents/layered-documents.ts';
import { provenanceOf } from '../../sources/layers/history.ts';
import { optionName } from '../../sources/layers/layer.ts';
import { type Merge, placeIn } from '../../sources/layers/merge-layers.ts';
import { rangeAt } from '../../yaml/locate.ts';
import type { Path } from '../../yaml/path.ts';
import { SourceText } from '../check/source-text.ts';
import { disclosureOf } from '../disclose/disclosure.ts';
import { Discretion } from '../disclose/discretion.ts';
import type { Place } from '../report/report.ts';

/** The texts of an install's values, in their order, and what Helm merges of them. */
export class LayeredTexts {
  readonly merge: Merge;
  /** The files; options come behind them in the merge, and have no text of their own. */
  readonly sources: readonly SourceText[];
  /** The index of the file that changes are to be written in. */
  readonly into: number | undefined;
  private saying: Discretion | undefined;

  constructor(merge: Merge, sources: readonly SourceText[], into: number | undefined) {
    this.merge = merge;
    this.sources = sources;
    this.into = into;
  }

  /** With a manifest of the namespace, as the pipeline takes them. */
  with(namespace: string): LayeredDocuments {
    return { values: this.merge, namespace, into: this.into };
  }

  /** The same install with what has become of its values. */
  changed(merge: Merge): LayeredTexts {
    const sources = this.sources.map((source, index) => {
      const layer = merge.steps[index]?.layer;
      const isSame = layer?.kind !== 'file' || layer.tree.text === source.text;
      return isSame ? source : new SourceText(source.file, layer.tree.text);
    });
    return new LayeredTexts(merge, sources, this.into);
  }

  /** The place in the file that decides; where an option does, the file that would without it. */
  placeAt(path: Path): Place {
    const { tree, steps } = this.merge;
    const { layer } = placeIn(this.merge, rangeAt(tree, path).range);
    const source = this.sources[layer];
    if (source !== undefined) return source.placeAt(path);
    const option = steps[this.sources.length];
    const files = { text: tree.text, root: option?.before, problems: [] };
    const below = placeIn(this.merge, rangeAt(files, path).range);
    const instead = this.sources[below.layer] ?? this.sources[0];
    return instead?.placeAt(path) ?? { file: '' };
  }

  /** The option of the command line that decides a value, without the value. */
  optionAt(path: Path): string | undefined {
    const found = provenanceOf(this.merge, path)?.decides;
    const layer = found && this.merge.steps[found.layer]?.layer;
    if (found === undefined || layer === undefined || layer.kind === 'file') return undefined;
    const { offset, length } = found.range;
    return optionName(layer, layer.text.slice(offset, offset + length));
  }

  /** Says a message without what of any of the texts may not be printed. */
  say(message: string): string {
    this.saying ??= new Discretion(disclosureOf(this.merge.tree));
    return this.sources.reduce(
      (text, source) => source.discretion.message(text),
      this.saying.message(message),
    );
  }
}
