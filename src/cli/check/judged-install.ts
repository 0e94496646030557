import { standingOf } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { decisionOf } from '../../agent/assess/decisions/decision-of.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { kubernetesSays } from '../../agent/judge/kubernetes-says.ts';
import { relabelSays } from '../../agent/judge/relabel-says.ts';
import type { Fix, Problem } from '../../agent/rules/finding.ts';
import type { Path } from '../../yaml/path.ts';
import { editsBetween } from '../../yaml/text-diff.ts';
import { discreetFinding, discreetVerdict } from '../disclose/discreet.ts';
import { finerEdits } from '../disclose/finer-edits.ts';
import type { Diagnostic, ObjectVerdict, Place, ReportedFix } from '../report/report.ts';
import { auditLine } from './audit-line.ts';
import type { SourceText } from './source-text.ts';
import { decides } from './tally.ts';
import { pathOfPod, withUnjudged } from './unjudged.ts';

/** Where the places of an install are, and what may be said of them. */
export interface Places {
  /** Whether a document was given, and is not the starter's. */
  readonly has: (document: DocumentName) => boolean;
  readonly of: (problem: Pick<Problem, 'document' | 'path'>) => Place;
  /** Says a message without what may not be printed. */
  readonly say: (message: string) => string;
  /**
   * A fix as replacements, if it can be made whole, changes one of the given files, and writes
   * nothing of theirs that may not be printed.
   */
  readonly fixOf: (fix: Fix, document: DocumentName) => ReportedFix | undefined;
}

export interface JudgedValues {
  readonly verdicts: readonly ObjectVerdict[];
  readonly diagnostics: readonly Diagnostic[];
  /** What kubectl prints when the enforce level comes to a namespace where these pods run already. */
  readonly relabel: readonly string[];
  /** Whether everything given is known to be in order. */
  readonly standing: ObjectVerdict['verdict'];
}

/** What is to be said of an install's values. */
export function judgedInstall(
  assessment: Assessment,
  places: Places,
  install: string | undefined,
): JudgedValues {
  const problems = assessment.problems.filter(({ document }) => document === 'values');
  const found = problems.map((problem) => ({
    ...diagnosticOf(problem, places),
    ...choicesOf(assessment, problem),
  }));
  const say = (message: string) => places.say(message);
  const named = install === undefined ? {} : { install };
  const placeAt = (path: Path) => places.of({ document: 'values', path });
  const verdicts = verdictsOf(assessment, placeAt).map((one) => ({
    ...discreetVerdict(one, say),
    ...named,
  }));
  const diagnostics = [
    ...ofNamespace(assessment, places),
    ...withUnjudged(assessment.pods, found, { placeAt }),
  ].map((one) => ({ ...discreetFinding(one, say), ...named }));
  const relabel = relabelSays(assessment, assessment.settings.namespace.name).map(say);
  return { verdicts, diagnostics, relabel, standing: standingOf(assessment) };
}

/**
 * What keeps the namespace of a values file from being made, and so its pods. Where no manifest is
 * given, the name in the values is at fault.
 */
function ofNamespace({ problems }: Assessment, places: Places): readonly Diagnostic[] {
  return problems
    .filter(({ document, effect }) => document === 'namespace' && decides(effect))
    .map((problem) => {
      if (places.has('namespace')) return diagnosticOf(problem, places);
      const { fix: _, ...named } = problem;
      return diagnosticOf(
        { ...named, document: 'values', path: ['namespace'], findings: [] },
        places,
      );
    });
}

/** The ways out of what only a person can decide, in words. */
function choicesOf(assessment: Assessment, problem: Problem): Pick<Diagnostic, 'choices'> {
  const decision = decisionOf(assessment, problem);
  return decision === undefined ? {} : { choices: decision.choices.map(({ title }) => title) };
}

/** A problem as it is reported. */
export function diagnosticOf(problem: Problem, places: Places): Diagnostic {
  const { effect, rule, message, why, help, path, pods, fix, findings } = problem;
  const place = places.of(problem);
  const related = findings
    .filter((one) => places.has(one.document))
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
    ...(fix === undefined ? {} : { fix: () => places.fixOf(fix, problem.document) }),
  };
}

function isSame(a: Place, b: Place): boolean {
  return (
    a.file === b.file &&
    a.region?.byteOffset === b.region?.byteOffset &&
    a.region?.byteLength === b.region?.byteLength
  );
}

/** A repaired text as replacements in its file; undefined if they hold what may not be printed. */
export function reportedFix(
  title: string,
  source: SourceText,
  repaired: string,
): ReportedFix | undefined {
  const edits = editsBetween(source.text, repaired).flatMap((edit) =>
    finerEdits(source.text, edit),
  );
  if (edits.some(({ text }) => source.discretion.leaks(text))) return undefined;
  return {
    title: source.discretion.message(title),
    file: source.file,
    replacements: source.replacements(edits),
  };
}

function verdictsOf(
  assessment: Assessment,
  placeAt: (path: Path) => Place,
): readonly ObjectVerdict[] {
  return assessment.pods.map((pod) => {
    const { refused, odd, audit, warning, forbidden } = kubernetesSays(pod);
    const reason = pod.verdict === 'unknown' ? pod.unknownReason : undefined;
    const noted = audit === undefined ? undefined : auditLine(audit);
    const lines = [refused, noted, ...odd, warning, forbidden, reason].filter(
      (line) => line !== undefined,
    );
    return {
      place: placeAt(pathOfPod(pod)),
      subject: `Deployment ${pod.deployment}`,
      verdict: pod.verdict,
      isTemplate: refused === undefined,
      policy: assessment.policy.enforce.text,
      says: lines,
    };
  });
}
