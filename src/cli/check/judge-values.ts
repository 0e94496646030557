import { assess, standingOf } from '../../agent/assess/assess.ts';
import type { Assessment, DocumentProblem } from '../../agent/assess/assessment.ts';
import { decisionOf } from '../../agent/assess/decisions/decision-of.ts';
import { applyFix } from '../../agent/assess/fix.ts';
import {
  type DocumentName,
  type Documents,
  documentNames,
} from '../../agent/documents/documents.ts';
import { kubernetesSays } from '../../agent/judge/kubernetes-says.ts';
import type { Fix, Problem } from '../../agent/rules/finding.ts';
import { adoptNamespace } from '../../agent/settings/lens/adopt-namespace.ts';
import { starter } from '../../agent/starter/starter.ts';
import { parseTree } from '../../yaml/parse-tree.ts';
import { editsBetween } from '../../yaml/text-diff.ts';
import { dataOf, isObject, type PlainObject } from '../../yaml/value.ts';
import { discreetFinding, discreetVerdict } from '../disclose/discreet.ts';
import { finerEdits } from '../disclose/finer-edits.ts';
import type { Diagnostic, ObjectVerdict, Place, ReportedFix } from '../report/report.ts';
import { auditLine } from './audit-line.ts';
import { assumedLabels, type Overrides } from './overrides.ts';
import type { SourceText } from './source-text.ts';
import { decides } from './tally.ts';
import { pathOfPod, withUnjudged, worstOf } from './unjudged.ts';
import { unreadable } from './unreadable.ts';

/** The files of an install that were given; what is missing is as in the wizard. */
export interface GivenTexts {
  readonly values?: SourceText | undefined;
  readonly namespace?: SourceText | undefined;
  /** Of values in a host: what the host calls the install. */
  readonly install?: string | undefined;
}

export interface JudgedValues {
  readonly verdicts: readonly ObjectVerdict[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether everything given is known to be in order. */
  readonly standing: ObjectVerdict['verdict'];
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
  const places = new Places(given, own);
  if (!result.ok) return unread(result.problems, places);
  const { assessment } = result;
  const say = (message: string) =>
    documentNames.reduce((text, one) => given[one]?.discretion.message(text) ?? text, message);
  const problems = assessment.problems.filter(({ document }) => document === about);
  const found = problems.map((problem) => ({
    ...diagnosticOf(problem, places),
    ...choicesOf(assessment, problem),
  }));
  if (about === 'namespace' || given.values === undefined) {
    const diagnostics = found.map((one) => discreetFinding(one, say));
    return { verdicts: [], diagnostics, standing: worstOf(diagnostics) };
  }
  const install = given.install === undefined ? {} : { install: given.install };
  const verdicts = verdictsOf(assessment, given.values).map((one) => ({
    ...discreetVerdict(one, say),
    ...install,
  }));
  const diagnostics = [
    ...ofNamespace(assessment, places),
    ...withUnjudged(assessment.pods, found, given.values),
  ].map((one) => ({ ...discreetFinding(one, say), ...install }));
  return { verdicts, diagnostics, standing: standingOf(assessment) };
}

/**
 * What keeps the namespace of a values file from being made, and so its pods. Where no manifest is
 * given, the name in the values is at fault.
 */
function ofNamespace({ problems }: Assessment, places: Places): readonly Diagnostic[] {
  return problems
    .filter(({ document, effect }) => document === 'namespace' && decides(effect))
    .map((problem) => {
      if (places.source('namespace') !== undefined) return diagnosticOf(problem, places);
      const { fix: _, ...named } = problem;
      return diagnosticOf(
        { ...named, document: 'values', path: ['namespace'], findings: [] },
        places,
      );
    });
}

function unread(problems: readonly DocumentProblem[], places: Places): JudgedValues {
  const diagnostics = problems.flatMap(({ document, problem }): Diagnostic[] => {
    const source = places.source(document);
    return source === undefined ? [] : [unreadable(source, problem)];
  });
  return { verdicts: [], diagnostics, standing: 'unknown' };
}

/** Finds the places of paths in the texts as they were given, whatever policy was put on top. */
class Places {
  readonly documents: Documents;
  private readonly given: GivenTexts;

  constructor(given: GivenTexts, documents: Documents) {
    this.given = given;
    this.documents = documents;
  }

  source(document: DocumentName): SourceText | undefined {
    return this.given[document];
  }

  of({ document, path }: Pick<Problem, 'document' | 'path'>): Place {
    return this.given[document]?.placeAt(path) ?? { file: document };
  }
}

function diagnosticOf(problem: Problem, places: Places): Diagnostic {
  const { effect, rule, message, why, help, path, pods, fix, findings } = problem;
  const place = places.of(problem);
  const related = findings
    .filter((one) => places.source(one.document) !== undefined)
    .map((one) => ({ message: one.message, place: places.of(one) }))
    .filter((one) => !isSame(one.place, place));
  return {
    effect,
    rule,
    message,
    why,
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { remedy: `${fix.title}.` }),
    place,
    path,
    subjects: pods,
    related: related.filter(
      (one, index) => related.findIndex((other) => isSame(other.place, one.place)) === index,
    ),
    ...(fix === undefined ? {} : { fix: () => fixOf(fix, problem.document, places) }),
  };
}

/** The ways out of what only a person can decide, in words. */
function choicesOf(assessment: Assessment, problem: Problem): Pick<Diagnostic, 'choices'> {
  const decision = decisionOf(assessment, problem);
  return decision === undefined ? {} : { choices: decision.choices.map(({ title }) => title) };
}

function isSame(a: Place, b: Place): boolean {
  return (
    a.file === b.file &&
    a.region?.byteOffset === b.region?.byteOffset &&
    a.region?.byteLength === b.region?.byteLength
  );
}

/**
 * The fix as replacements, if it can be made whole, changes one of the given files, and writes
 * nothing of theirs that may not be printed.
 */
function fixOf(fix: Fix, document: DocumentName, places: Places): ReportedFix | undefined {
  const source = places.source(document);
  if (source === undefined) return undefined;
  if (fix.changes.some((change) => change.document !== document)) return undefined;
  const outcome = applyFix(places.documents, fix);
  if (outcome.refused.length > 0) return undefined;
  const edits = editsBetween(source.text, outcome.documents[document]).flatMap((edit) =>
    finerEdits(source.text, edit),
  );
  if (edits.some(({ text }) => source.discretion.leaks(text))) return undefined;
  return {
    title: source.discretion.message(fix.title),
    file: source.file,
    replacements: source.replacements(edits),
  };
}

function verdictsOf(assessment: Assessment, source: SourceText): readonly ObjectVerdict[] {
  return assessment.pods.map((pod) => {
    const { refused, odd, audit, warning, forbidden } = kubernetesSays(pod);
    const reason = pod.verdict === 'unknown' ? pod.unknownReason : undefined;
    const noted = audit === undefined ? undefined : auditLine(audit);
    const lines = [refused, noted, ...odd, warning, forbidden, reason].filter(
      (line) => line !== undefined,
    );
    return {
      place: source.placeAt(pathOfPod(pod)),
      subject: `Deployment ${pod.deployment}`,
      verdict: pod.verdict,
      isTemplate: true,
      policy: assessment.policy.enforce.text,
      says: lines,
    };
  });
}
