import { jsonData } from '../input/json-list.ts';
import type { Source } from '../input/sources.ts';
import type { RawDocument } from '../input/split-documents.ts';
import type { Diagnostic } from '../report/report.ts';
import { hasContent } from './content.ts';
import { judgeObject } from './judge-object.ts';
import type { KnownNamespaces } from './known-namespaces.ts';
import { namespaceLabelErrors } from './namespaces.ts';
import type { Recorder } from './recorder.ts';
import { SourceText } from './source-text.ts';
import { dataIn, longJsonList, plainData } from './text-objects.ts';
import { unreadable, unreadablePlace } from './unreadable.ts';
import { type KubernetesObject, objectsIn, objectsInItem, templateOf } from './workloads.ts';

/** Judges documents that hold objects of Kubernetes. */
export class DocumentJudge {
  private readonly namespaces: KnownNamespaces;
  private readonly recorder: Recorder;

  constructor(namespaces: KnownNamespaces, recorder: Recorder) {
    this.namespaces = namespaces;
    this.recorder = recorder;
  }

  /** A document of a stream of manifests. */
  async document(source: Source, document: RawDocument): Promise<void> {
    const text = new SourceText(source.name, document.text, document);
    if (document.problem !== undefined) {
      const place = text.placeOf({ offset: 0, length: 0 });
      await this.recorder.findings([unreadablePlace(place, document.problem)]);
      return;
    }
    if (!hasContent(document) || (await this.longList(source, text))) return;
    const data = plainData(document.text);
    const problem = data === undefined ? text.tree.problems[0] : undefined;
    if (problem !== undefined) await this.recorder.findings([unreadable(text, problem)]);
    else await this.objects(source, text, data);
  }

  /**
   * A List in JSON that is too long to be read as a whole is read item by item.
   * @returns whether it was one
   */
  async longList(source: Source, whole: SourceText): Promise<boolean> {
    const list = longJsonList(whole);
    if (list === undefined) return false;
    for (const { text, offset } of list.items) {
      const item = whole.piece(text, offset);
      const data = jsonData(text) ?? dataIn(item);
      const [problem] = data === undefined ? item.tree.problems : [];
      if (problem !== undefined) await this.recorder.findings([unreadable(item, problem)]);
      else await this.each(source, item, objectsInItem(data, list.envelope));
    }
    return true;
  }

  /** The objects of a document whose data is known, or can be read. */
  async objects(source: Source, text: SourceText, data = dataIn(text)): Promise<void> {
    if (data === undefined || data === null) return;
    await this.each(source, text, objectsIn(data));
  }

  private async each(
    source: Source,
    text: SourceText,
    objects: readonly KubernetesObject[] | undefined,
  ): Promise<void> {
    if (objects === undefined) await this.recorder.findings([noObject(text, [])]);
    for (const object of objects ?? []) {
      if (object.kind === '') await this.recorder.findings([noObject(text, object.path)]);
      else await this.object(source, object, text);
    }
  }

  private async object(source: Source, object: KubernetesObject, text: SourceText): Promise<void> {
    if (object.kind === 'Namespace' && object.apiVersion === 'v1') {
      await this.recorder.findings(this.namespaces.meet(object, text, source));
      await this.recorder.findings(namespaceLabelErrors(object, text));
      return;
    }
    const template = templateOf(object);
    if (template === undefined) {
      this.recorder.tally.skip(object.kind);
      return;
    }
    const policy = this.namespaces.policies.for(object.namespace);
    const { verdict, diagnostics } = judgeObject({ object, template, policy, source: text });
    if (verdict === undefined) this.recorder.tally.object('admitted', policy.enforce.text);
    else await this.recorder.verdict(verdict);
    await this.recorder.findings(diagnostics);
  }
}

function noObject(text: SourceText, path: KubernetesObject['path']): Diagnostic {
  return unreadablePlace(text.placeAt(path), {
    code: 'no-object',
    message: 'This is no Kubernetes object: it has no apiVersion or no kind.',
    remedy: 'Give it both, or take it out.',
  });
}
