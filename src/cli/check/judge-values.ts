import { assess } from '../../agent/assess/assess.ts';
import type { DocumentProblem } from '../../agent/assess/assessment.ts';
import { applyFix } from '../../agent/assess/fix.ts';
import {
  type DocumentName,
  type Documents,
  documentNames,
} from '../../agent/documents/documents.ts';
import type { Fix, Problem } from '../../agent/rules/finding.ts';
import { adoptNamespace } from '../../agent/settings/lens/adopt-namespace.ts';
import { starter } from '../../agent/starter/starter.ts';
import { parseTree } from '../../yaml/parse-tree.ts';
import { dataOf, isObject, type PlainObject } from '../../yaml/value.ts';
import { discreetFinding } from '../disclose/discreet.ts';
import type { Diagnostic, Place, ReportedFix } from '../report/report.ts';
import {
  diagnosticOf,
  type JudgedValues,
  judgedInstall,
  type Places,
  reportedFix,
} from './judged-install.ts';
import { assumedLabels, type Overrides } from './overrides.ts';
import type { SourceText } from './source-text.ts';
import { worstOf } from './unjudged.ts';
import { unreadable } from './unreadable.ts';

/** The files of an install that were given; what is missing is as in the wizard. */
export interface GivenTexts {
  readonly values?: SourceText | undefined;
  readonly namespace?: SourceText | undefined;
  /** Of values in a host: what the host calls the install. */
  readonly install?: string | undefined;
}

/**
 * The two documents of the wizard: what is not given is the starter's, which takes the name of the
 * values file's namespace.
 * @param now what has become of the texts meanwhile
 */
export function documentsOf(
  { values, namespace }: GivenTexts,
  now: Partial<Documents> = {},
): Documents {
  const base = starter();
  const texts: Documents = {
    values: now.values ?? values?.text ?? base.values,
    namespace: now.namespace ?? namespace?.text ?? base.namespace,
  };
  return namespace === undefined ? adoptNamespace(texts) : texts;
}

/**
 * With a policy that stands above the manifest's, as if its labels said so. The manifest is then
 * JSON, which is YAML too: nobody sees this text, places are looked up in the one that was given.
 */
export function withPolicy(
  documents: Documents,
  overrides: Overrides,
  isOwnManifest: boolean,
): Documents {
  if (overrides.modes.size === 0) return documents;
  const manifest = mappingIn(documents.namespace);
  const metadata = isObject(manifest.metadata) ? manifest.metadata : {};
  const before = isObject(metadata.labels) ? metadata.labels : {};
  // The starter's own warnings are nobody's wish.
  const labels = isOwnManifest ? { ...before, ...overrides.labels } : assumedLabels(overrides);
  const namespace = JSON.stringify({ ...manifest, metadata: { ...metadata, labels } });
  return { ...documents, namespace };
}

function mappingIn(text: string): PlainObject {
  const { root } = parseTree(text);
  const data = root && dataOf(root);
  return isObject(data) ? data : {};
}

/**
 * Judges values.yaml or namespace.yaml as the wizard does, in the light of the other.
 * @param about the file to speak of: the other has its own turn, or was not given
 */
export function judgeDocument(
  about: DocumentName,
  given: GivenTexts,
  overrides: Overrides,
): JudgedValues {
  const own = documentsOf(given);
  const result = assess(withPolicy(own, overrides, given.namespace !== undefined));
  const places = new TextPlaces(given, own);
  if (!result.ok) return unread(result.problems, places);
  const { assessment } = result;
  const problems = assessment.problems.filter(({ document }) => document === about);
  const found = problems.map((problem) => diagnosticOf(problem, places));
  if (about === 'namespace' || given.values === undefined) {
    const diagnostics = found.map((one) => discreetFinding(one, (text) => places.say(text)));
    return { verdicts: [], diagnostics, standing: worstOf(diagnostics) };
  }
  return judgedInstall(assessment, places, given.install);
}

function unread(problems: readonly DocumentProblem[], places: TextPlaces): JudgedValues {
  const diagnostics = problems.flatMap(({ document, problem }): Diagnostic[] => {
    const source = places.source(document);
    return source === undefined ? [] : [unreadable(source, problem)];
  });
  return { verdicts: [], diagnostics, standing: 'unknown' };
}

/** Finds the places of paths in the texts as they were given, whatever policy was put on top. */
class TextPlaces implements Places {
  private readonly documents: Documents;
  private readonly given: GivenTexts;

  constructor(given: GivenTexts, documents: Documents) {
    this.given = given;
    this.documents = documents;
  }

  has(document: DocumentName): boolean {
    return this.given[document] !== undefined;
  }

  source(document: DocumentName): SourceText | undefined {
    return this.given[document];
  }

  of({ document, path }: Pick<Problem, 'document' | 'path'>): Place {
    return this.given[document]?.placeAt(path) ?? { file: document };
  }

  say(message: string): string {
    return documentNames.reduce(
      (text, one) => this.given[one]?.discretion.message(text) ?? text,
      message,
    );
  }

  fixOf(fix: Fix, document: DocumentName): ReportedFix | undefined {
    const source = this.given[document];
    if (source === undefined) return undefined;
    if (fix.changes.some((change) => change.document !== document)) return undefined;
    const outcome = applyFix(this.documents, fix);
    if (outcome.refused.length > 0) return undefined;
    return reportedFix(fix.title, source, outcome.documents[document]);
  }
}
