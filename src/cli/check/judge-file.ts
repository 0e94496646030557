import type { DocumentName } from '../../agent/documents/documents.ts';
import { importText } from '../../agent/documents/import-document.ts';
import type { Source } from '../input/sources.ts';
import { type RawDocument, splitDocuments } from '../input/split-documents.ts';
import { readingProblem } from '../problem.ts';
import { hasContent, isChartValues } from './content.ts';
import type { DocumentJudge } from './judge-documents.ts';
import type { KnownNamespaces } from './known-namespaces.ts';
import type { Overrides } from './overrides.ts';
import type { Recorder } from './recorder.ts';
import { SourceText } from './source-text.ts';
import { dataIn, plainData } from './text-objects.ts';
import { unreadable, unreadablePlace } from './unreadable.ts';
import { objectsIn } from './workloads.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly namespaces: KnownNamespaces;
  readonly documents: DocumentJudge;
  readonly recorder: Recorder;
}

/** Tells by its content what a file is, and has it judged as that. */
export class FileJudge {
  private readonly around: Surroundings;

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** The second look at a file, or the only one at standard input. */
  async judge(source: Source): Promise<void> {
    const { documents, recorder } = this.around;
    const begun: RawDocument[] = [];
    let isStream = false;
    try {
      for await (const document of splitDocuments(source.open())) {
        if (isStream) {
          await documents.document(source, document);
          continue;
        }
        begun.push(document);
        if (begun.filter(hasContent).length < 2) continue;
        if (begun.some(({ text }) => isChartValues(new SourceText('', text).tree))) {
          await this.single(source, wholeOf(begun));
          return;
        }
        isStream = true;
        for (const one of begun) await documents.document(source, one);
      }
      if (isStream) return;
      const bad = begun.find(({ problem }) => problem !== undefined);
      if (bad !== undefined) await documents.document(source, bad);
      else await this.single(source, wholeOf(begun));
    } catch (error) {
      const problem = { code: 'unreadable', ...readingProblem(error) };
      await recorder.findings([unreadablePlace({ file: source.name }, problem)]);
    }
  }

  /** A file of one document, or one that should have but one. */
  private async single(source: Source, whole: string): Promise<void> {
    const { documents, recorder } = this.around;
    const text = new SourceText(source.name, whole);
    if (await documents.longList(source, text)) return;
    const quick = plainData(whole);
    const [object] = objectsIn(quick) ?? [];
    if (object !== undefined && object.kind !== 'Namespace') {
      await documents.objects(source, text, quick);
      return;
    }
    const read = importText(whole);
    if (!read.ok) {
      if (read.problem.code === 'other-kind') await documents.objects(source, text);
      else await recorder.findings([unreadable(text, read.problem)]);
    } else if (source.named || read.document === 'namespace' || isChartValues(read.tree)) {
      await this.ownDocument(source, read.document, text);
    } else recorder.tally.skipFile();
  }

  /** values.yaml or namespace.yaml, with the rules of the wizard. */
  private async ownDocument(source: Source, about: DocumentName, text: SourceText): Promise<void> {
    const { overrides, namespaces, recorder } = this.around;
    const { judgeDocument } = await import('./judge-values.ts');
    if (about === 'namespace') {
      const [object] = objectsIn(dataIn(text)) ?? [];
      if (object !== undefined) await recorder.findings(namespaces.meet(object, text, source));
    }
    const given =
      about === 'namespace'
        ? { namespace: text }
        : { values: text, namespace: namespaces.manifestFor(text) };
    const { verdicts, diagnostics, standing } = judgeDocument(about, given, overrides);
    for (const verdict of verdicts) await recorder.verdict(verdict);
    recorder.tally.standing(standing);
    if (about === 'values' && verdicts.length === 0 && diagnostics.length === 0) {
      recorder.note(`${text.file} makes no pods, so there is nothing to judge.`);
    }
    await recorder.findings(diagnostics);
  }
}

function wholeOf(documents: readonly RawDocument[]): string {
  return documents.map(({ text }) => text).join('');
}
