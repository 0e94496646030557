import type { DocumentName } from '../../agent/documents.ts';
import { importText } from '../../agent/import-document.ts';
import { nodeAt } from '../../yaml/locate.ts';
import type { ExitCode } from '../exit-code.ts';
import { jsonData } from '../input/json-list.ts';
import type { Source } from '../input/sources.ts';
import { type RawDocument, splitDocuments } from '../input/split-documents.ts';
import { systemReason } from '../problem.ts';
import type { Diagnostic, Reporter } from '../report/report.ts';
import { hasContent, isChartValues } from './content.ts';
import { judgeObject } from './judge-object.ts';
import { lateNamespace, namespaceLabelErrors } from './namespaces.ts';
import { type Enforced, Policies } from './policies.ts';
import { SourceText } from './source-text.ts';
import { Tally } from './tally.ts';
import { allObjectsIn, dataIn, longJsonList, plainData } from './text-objects.ts';
import { unreadable, unreadablePlace } from './unreadable.ts';
import { type KubernetesObject, objectsIn, objectsInItem, templateOf } from './workloads.ts';

/** How a check goes. */
export interface CheckOptions {
  readonly enforced: Enforced | undefined;
  readonly reporter: Reporter;
  /** Called when a file is begun, and at the end. */
  readonly progress: (done: number, all: number) => Promise<void>;
}

/** Judges everything in the sources, one document at a time, and reports it as it goes. */
export async function check(
  sources: readonly Source[],
  { enforced, reporter, progress }: CheckOptions,
): Promise<ExitCode> {
  const run = new Check(enforced, reporter);
  for (const source of sources) if (source.again) await run.findNamespaces(source);
  for (const [index, source] of sources.entries()) {
    await progress(index, sources.length);
    await run.judge(source);
  }
  await progress(sources.length, sources.length);
  await run.end();
  return run.tally.exitCode;
}

class Check {
  readonly tally = new Tally();
  private readonly policies: Policies;
  /** Namespace manifests that are documents of their own, by name: a values file may be in one. */
  private readonly manifests = new Map<string, SourceText>();
  private readonly notes = new Set<string>();
  private readonly enforced: Enforced | undefined;
  private readonly reporter: Reporter;

  constructor(enforced: Enforced | undefined, reporter: Reporter) {
    this.enforced = enforced;
    this.reporter = reporter;
    this.policies = new Policies(enforced);
  }

  async end(): Promise<void> {
    await this.reporter.end(this.tally.summary([...this.policies.notes(), ...this.notes]));
  }

  /** The first look at a file: only for its Namespaces. What is wrong with it is found later. */
  async findNamespaces(source: Source): Promise<void> {
    try {
      for await (const document of splitDocuments(source.open())) {
        if (!/\bNamespace\b/.test(document.text)) continue;
        const text = new SourceText(source.name, document.text, document);
        for (const object of allObjectsIn(text)) {
          if (object.kind === 'Namespace') this.learn(object, text);
        }
      }
    } catch (error) {
      // The second look meets the same error, and reports it.
      systemReason(error);
    }
  }

  /** The second look at a file, or the only one at standard input. */
  async judge(source: Source): Promise<void> {
    const begun: RawDocument[] = [];
    let isStream = false;
    try {
      for await (const document of splitDocuments(source.open())) {
        if (isStream) {
          await this.document(source, document);
          continue;
        }
        begun.push(document);
        if (begun.filter(hasContent).length < 2) continue;
        const whole = begun.map(({ text }) => text).join('');
        if (begun.some(({ text }) => isChartValues(new SourceText('', text).tree))) {
          await this.single(source, whole);
          return;
        }
        isStream = true;
        for (const one of begun) await this.document(source, one);
      }
      if (isStream) return;
      const [bad] = begun.filter(({ problem }) => problem !== undefined);
      if (bad !== undefined) await this.document(source, bad);
      else await this.single(source, begun.map(({ text }) => text).join(''));
    } catch (error) {
      const message = `It cannot be read: ${systemReason(error)}.`;
      await this.report([unreadablePlace({ file: source.name }, { code: 'unreadable', message })]);
    }
  }

  /** A file of one document, or one that should have but one. */
  private async single(source: Source, whole: string): Promise<void> {
    const text = new SourceText(source.name, whole);
    if (await this.longList(source, text)) return;
    const quick = plainData(whole);
    const [object] = objectsIn(quick) ?? [];
    if (object !== undefined && object.kind !== 'Namespace') {
      await this.objects(source, text, quick);
      return;
    }
    const read = importText(whole);
    if (read.ok) {
      if (source.named || read.document === 'namespace' || isChartValues(read.tree)) {
        await this.ownDocument(read.document, text, source.again);
      } else this.tally.skip('files that are no manifests');
    } else if (read.problem.code === 'other-kind') {
      await this.objects(source, text);
    } else await this.report([unreadable(text, read.problem)]);
  }

  /** values.yaml or namespace.yaml, with the rules of the wizard. */
  private async ownDocument(
    about: DocumentName,
    text: SourceText,
    isKnown: boolean,
  ): Promise<void> {
    const { judgeDocument } = await import('./judge-values.ts');
    if (about === 'namespace' && !isKnown) {
      const [object] = objectsIn(dataIn(text)) ?? [];
      if (object !== undefined) await this.namespace(object, text, isKnown);
    }
    const given =
      about === 'namespace'
        ? { namespace: text }
        : { values: text, namespace: this.manifestFor(text) };
    const { verdicts, diagnostics, standing } = judgeDocument(about, given, this.enforced);
    for (const verdict of verdicts) {
      this.tally.object(verdict.verdict, verdict.policy);
      if (verdict.verdict !== 'admitted' || verdict.says.length > 0) {
        await this.reporter.object(verdict);
      }
    }
    this.tally.standing(standing);
    if (about === 'values' && verdicts.length === 0 && diagnostics.length === 0) {
      this.notes.add(`${text.file} makes no pods, so there is nothing to judge.`);
    }
    await this.report(diagnostics);
  }

  /** The manifest of the namespace that a values file names, or the only one there is. */
  private manifestFor({ tree }: SourceText): SourceText | undefined {
    const node = nodeAt(tree.root, ['namespace']);
    const name = node?.kind === 'scalar' ? String(node.value) : '';
    const [only] = this.manifests.values();
    return this.manifests.get(name) ?? (this.manifests.size === 1 ? only : undefined);
  }

  /** A document of a stream of manifests. */
  private async document(source: Source, document: RawDocument): Promise<void> {
    const text = new SourceText(source.name, document.text, document);
    if (document.problem !== undefined) {
      const place = text.placeOf({ offset: 0, length: 0 });
      await this.report([unreadablePlace(place, { code: 'not-utf8', ...document.problem })]);
      return;
    }
    if (!hasContent(document) || (await this.longList(source, text))) return;
    const data = plainData(document.text);
    const problem = data === undefined ? text.tree.problems[0] : undefined;
    if (problem !== undefined) await this.report([unreadable(text, problem)]);
    else await this.objects(source, text, data);
  }

  /** A List in JSON that is too long to be read as a whole is read item by item. */
  private async longList(source: Source, whole: SourceText): Promise<boolean> {
    const list = longJsonList(whole);
    if (list === undefined) return false;
    for (const { text, offset } of list.items) {
      const item = whole.piece(text, offset);
      const data = jsonData(text) ?? dataIn(item);
      const [problem] = data === undefined ? item.tree.problems : [];
      if (problem !== undefined) await this.report([unreadable(item, problem)]);
      else await this.each(source, item, objectsInItem(data, list.envelope));
    }
    return true;
  }

  private async objects(source: Source, text: SourceText, data = dataIn(text)): Promise<void> {
    if (data === undefined || data === null) return;
    await this.each(source, text, objectsIn(data));
  }

  private async each(
    source: Source,
    text: SourceText,
    objects: readonly KubernetesObject[] | undefined,
  ): Promise<void> {
    if (objects === undefined) await this.report([noObject(text, [])]);
    for (const object of objects ?? []) {
      if (object.kind === '') await this.report([noObject(text, object.path)]);
      else await this.object(source, object, text);
    }
  }

  private async object(source: Source, object: KubernetesObject, text: SourceText): Promise<void> {
    if (object.kind === 'Namespace' && object.apiVersion === 'v1') {
      await this.namespace(object, text, source.again);
      await this.report(namespaceLabelErrors(object, text));
      return;
    }
    const template = templateOf(object);
    if (template === undefined) {
      this.tally.skip(object.kind);
      return;
    }
    const policy = this.policies.for(object.namespace);
    const { verdict, diagnostics } = judgeObject({ object, template, policy, source: text });
    this.tally.object(verdict?.verdict ?? 'admitted', policy.enforce.text);
    if (verdict !== undefined) await this.reporter.object(verdict);
    await this.report(diagnostics);
  }

  /** Takes a Namespace in; on standard input it may come too late. */
  private async namespace(
    object: KubernetesObject,
    text: SourceText,
    isKnown: boolean,
  ): Promise<void> {
    if (isKnown || !this.learn(object, text)) return;
    await this.report([lateNamespace(object.name, text.placeAt(object.path))]);
  }

  private learn(object: KubernetesObject, text: SourceText): boolean {
    if (object.path.length === 0) this.manifests.set(object.name, text);
    return this.policies.add(object.name, this.policies.read(object.data));
  }

  private async report(diagnostics: readonly Diagnostic[]): Promise<void> {
    for (const diagnostic of diagnostics) {
      this.tally.diagnostic(diagnostic);
      await this.reporter.diagnostic(diagnostic);
    }
  }
}

function noObject(text: SourceText, path: KubernetesObject['path']): Diagnostic {
  return unreadablePlace(text.placeAt(path), {
    code: 'no-object',
    message: 'This is no Kubernetes object: it has no apiVersion or no kind.',
    remedy: 'Give it both, or take it out.',
  });
}
