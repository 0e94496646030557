import { assessLayers } from '../../agent/assess/layered.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { applyToLayers, type LayeredDocuments } from '../../agent/documents/layered-documents.ts';
import type { Fix, Problem } from '../../agent/rules/finding.ts';
import { textAt } from '../../yaml/locate.ts';
import { documentsOf, withPolicy } from '../check/judge-values.ts';
import {
  type JudgedValues,
  judgedInstall,
  type Places,
  reportedFix,
} from '../check/judged-install.ts';
import type { Overrides } from '../check/overrides.ts';
import type { SourceText } from '../check/source-text.ts';
import { unreadable } from '../check/unreadable.ts';
import type { Diagnostic, Place, ReportedFix } from '../report/report.ts';
import type { LayeredTexts } from './layered-texts.ts';

/** Values of several layers, and the manifest of their namespace, if it was given. */
export interface LayeredInstall {
  readonly texts: LayeredTexts;
  readonly namespace: SourceText | undefined;
  /** What a host calls it. */
  readonly name?: string | undefined;
}

/** Judges what Helm merges of layers; every finding is at the line of the file that decides. */
export function judgeLayers(install: LayeredInstall, overrides: Overrides): JudgedValues {
  const documents = layeredDocuments(install);
  const result = assessLayers(underPolicy(documents, install, overrides));
  if (!result.ok) return unread(result.problems, install);
  const judged = judgedInstall(
    result.assessment,
    new LayeredPlaces(install, documents),
    install.name,
  );
  return { ...judged, diagnostics: judged.diagnostics.map((one) => withOption(one, install)) };
}

/** As the pipeline takes an install; what is not given is the starter's. */
export function layeredDocuments({ texts, namespace }: LayeredInstall): LayeredDocuments {
  const name = textAt(texts.merge.tree, ['namespace']);
  const values = JSON.stringify(name === undefined ? {} : { namespace: name });
  return texts.with(documentsOf({ namespace }, { values }).namespace);
}

/** With a policy that stands above the manifest's, as if its labels said so. */
export function underPolicy(
  documents: LayeredDocuments,
  { namespace }: LayeredInstall,
  overrides: Overrides,
): LayeredDocuments {
  const asDocuments = { values: '', namespace: documents.namespace };
  const policy = withPolicy(asDocuments, overrides, namespace !== undefined);
  return { ...documents, namespace: policy.namespace };
}

function unread(
  problems: readonly {
    readonly document: DocumentName;
    readonly problem: Parameters<typeof unreadable>[1];
  }[],
  { texts, namespace }: LayeredInstall,
): JudgedValues {
  const diagnostics = problems.flatMap(({ document, problem }) => {
    const source = document === 'values' ? texts.sources[0] : namespace;
    return source === undefined ? [] : [unreadable(source, problem)];
  });
  return { verdicts: [], diagnostics, relabel: [], standing: 'unknown' };
}

/** A finding of a value that an option sets says which one, since no file shows it. */
function withOption(diagnostic: Diagnostic, { texts }: LayeredInstall): Diagnostic {
  const option = diagnostic.path && texts.optionAt(diagnostic.path);
  if (option === undefined || diagnostic.message.includes(option)) return diagnostic;
  return { ...diagnostic, message: `${diagnostic.message}; ${option} decides it` };
}

class LayeredPlaces implements Places {
  private readonly install: LayeredInstall;
  private readonly documents: LayeredDocuments;

  constructor(install: LayeredInstall, documents: LayeredDocuments) {
    this.install = install;
    this.documents = documents;
  }

  has(document: DocumentName): boolean {
    return document === 'values' || this.install.namespace !== undefined;
  }

  of({ document, path }: Pick<Problem, 'document' | 'path'>): Place {
    const { texts, namespace } = this.install;
    if (document === 'values') return texts.placeAt(path);
    return namespace?.placeAt(path) ?? { file: document };
  }

  say(message: string): string {
    const { texts, namespace } = this.install;
    return namespace?.discretion.message(texts.say(message)) ?? texts.say(message);
  }

  /** One that changes several files is for `fix`: reports show those of one. */
  fixOf(fix: Fix, document: DocumentName): ReportedFix | undefined {
    if (document !== 'values' || fix.changes.some((one) => one.document !== 'values')) {
      return undefined;
    }
    const outcome = applyToLayers(this.documents, fix.changes);
    if (outcome.refused.length > 0) return undefined;
    const { sources } = this.install.texts;
    const after = this.install.texts.changed(outcome.documents.values).sources;
    const changed = sources.flatMap((source, index) => {
      const now = after[index];
      return now === undefined || now === source ? [] : [{ source, now }];
    });
    const [only] = changed;
    if (only === undefined || changed.length > 1) return undefined;
    return reportedFix(fix.title, only.source, only.now.text);
  }
}
