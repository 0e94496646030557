import { parseTree } from '../../yaml/parse-tree.ts';
import { dataOf } from '../../yaml/value.ts';
import type { DocumentName, Documents } from '../documents/documents.ts';
import { isMapping, type Mapping } from '../documents/plain.ts';
import { namespaceFacts } from '../judge/namespace-facts.ts';
import type { Problem } from '../rules/finding.ts';
import { findingsOf } from '../rules/findings.ts';
import { modelOf } from '../rules/model.ts';
import { wordTogether } from '../rules/pod-security.ts';
import { readSettings, type Trees } from '../settings/lens/read-settings.ts';
import type { Assessment, DocumentProblem, Standing, Verdict } from './assessment.ts';
import { podAssessments } from './pod-assessments.ts';
import { problemsOf } from './problems.ts';
import { stableSteps } from './stable-steps.ts';

/** Either everything that derives from the documents, or why one of them cannot be read. */
export type AssessmentResult =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Derives everything from two documents, once. Never throws, whatever they contain. */
export function assess(documents: Documents): AssessmentResult {
  return assessTrees({
    values: parseTree(documents.values),
    namespace: parseTree(documents.namespace),
  });
}

/**
 * As `assess`, of trees.
 * @param settle keeps of the fixes those that can be made; by default, in the text of the tree
 */
export function assessTrees(trees: Trees, settle?: Settle): AssessmentResult {
  const values = read(trees, 'values');
  const namespace = read(trees, 'namespace');
  if (!('data' in values) || !('data' in namespace)) {
    const unread = [values, namespace].flatMap((one) => ('problems' in one ? one.problems : []));
    return { ok: false, problems: unread };
  }
  const model = modelOf(trees, values.data, namespaceFacts(namespace.data));
  const findings = findingsOf(model, settle);
  const steps = { values: stableSteps(values.data), namespace: stableSteps(namespace.data) };
  const problems = problemsOf(
    findings,
    (pod, rule, paths) => wordTogether(model, pod, rule, paths),
    (document, path) => steps[document](path),
  );
  return {
    ok: true,
    assessment: {
      documents: { values: trees.values.text, namespace: trees.namespace.text },
      trees,
      settings: readSettings(trees),
      policy: model.namespace.policy,
      pods: podAssessments(model, findings),
      findings,
      problems,
    },
  };
}

type Settle = Parameters<typeof findingsOf>[1];

type Read = { readonly data: Mapping } | { readonly problems: readonly DocumentProblem[] };

function read(trees: Trees, document: DocumentName): Read {
  const tree = trees[document];
  if (tree.problems.length > 0) {
    return { problems: tree.problems.map((problem) => ({ document, problem })) };
  }
  const data = tree.root === undefined ? undefined : dataOf(tree.root);
  if (isMapping(data)) return { data };
  const nothing = data === undefined || data === null;
  const what = nothing ? 'sets no values' : 'is not a mapping of keys';
  return {
    problems: [
      {
        document,
        problem: {
          code: 'syntax',
          message: `The text ${what}.`,
          remedy: 'Write keys and their values, such as namespace: my-agents.',
          range: tree.root?.range ?? { offset: 0, length: 0 },
        },
      },
    ],
  };
}

/** What the whole says: the worst of the pods and of what concerns no single pod. */
export function standingOf({ pods, problems }: Assessment): Standing {
  const verdicts: ReadonlySet<Verdict> = new Set([
    ...pods.map(({ verdict }) => verdict),
    ...problems.flatMap(({ effect, pods: touched }): Verdict[] =>
      touched.length === 0 && (effect === 'rejected' || effect === 'fails') ? [effect] : [],
    ),
  ]);
  if (verdicts.has('rejected')) return 'rejected';
  if (verdicts.has('unknown') || pods.length === 0) return 'unknown';
  return verdicts.has('fails') ? 'fails' : 'admitted';
}

/** How many pods have each verdict. */
export function countPods({ pods }: Assessment): Readonly<Record<Verdict, number>> {
  const counts = { rejected: 0, unknown: 0, fails: 0, admitted: 0 };
  for (const { verdict } of pods) counts[verdict] += 1;
  return counts;
}

/** Whether a problem is part of the verdict or a warning, and so Fix everything's business. */
export function isPressing({ effect }: Pick<Problem, 'effect'>): boolean {
  return effect !== 'advice';
}

/** The problems that Fix everything would repair. */
export function fixable({ problems }: Assessment): readonly Problem[] {
  return problems.filter((problem) => isPressing(problem) && problem.fix !== undefined);
}
