import type { Path } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { effects, type Finding, type Fix, type Problem } from '../rules/finding.ts';
import { settingSteps } from '../settings/settings.ts';
import { decidedTogether } from './decided-together.ts';

/** Puts the messages of several findings of one pod and rule together, if it can. */
export type WordTogether = (
  pod: string,
  rule: string,
  paths: readonly Path[],
) => string | undefined;

/** The steps of a place for an id, each fit for a URL. */
export type StepsOf = (document: DocumentName, path: Path) => readonly string[];

const steps = ['start', ...settingSteps] as const;

/**
 * Groups findings into problems: those that one fix repairs, and those of one rule and field that
 * have none. Worst first, then in the order of the steps, then of the findings.
 */
export function problemsOf(
  findings: readonly Finding[],
  wordTogether: WordTogether,
  stepsOf: StepsOf,
): Problem[] {
  const groups = new Map<string, Finding[]>();
  const fixKeys = new Map<Fix, string>();
  for (const finding of findings) {
    const key = groupKey(finding, fixKeys);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const ids = new Set<string>();
  const problems = [...groups.values()].map((group) =>
    problemOf(group, ids, wordTogether, stepsOf),
  );
  return problems
    .map((problem, index) => ({ problem, index, rank: rankOf(problem) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ problem }) => problem);
}

function groupKey(finding: Finding, fixKeys: Map<Fix, string>): string {
  const { fix, rule, field, path, document, message } = finding;
  if (fix === undefined) {
    const decided = decidedTogether(finding);
    if (decided !== undefined) return decided;
    // Keys of a file have only their path, and of wrong types each has a line of its own to go to.
    const own = field === 'start.file' || rule === 'bad-type' || rule === 'invalid-field';
    // What is to be filled in is listed together.
    if (rule === 'known-later') return rule;
    const place = own ? JSON.stringify(path) : field;
    // The API server may have several things to say of one place.
    return `${rule} ${document} ${place}${rule === 'invalid-field' ? ` ${message}` : ''}`;
  }
  const known = fixKeys.get(fix);
  if (known !== undefined) return known;
  const key = JSON.stringify(fix.changes);
  fixKeys.set(fix, key);
  return key;
}

function rankOf({ effect, step }: Problem): number {
  return effects.indexOf(effect) * steps.length + steps.indexOf(step);
}

function problemOf(
  group: readonly Finding[],
  ids: Set<string>,
  wordTogether: WordTogether,
  stepsOf: StepsOf,
): Problem {
  const worst = effects.find((effect) => group.some((one) => one.effect === effect));
  const findings = group.toSorted((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
  const [first] = findings;
  if (first === undefined || worst === undefined) throw new RangeError('A group of no findings');
  const { rule, why, help, document, path, field, step, fix } = first;
  return {
    id: uniqueId(first, ids, stepsOf),
    effect: worst,
    rule,
    message: messageOf(first, findings, wordTogether),
    why,
    document,
    path,
    field,
    step,
    pods: [...new Set(group.flatMap(({ pod }) => pod ?? []))],
    findings,
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix }),
  };
}

function messageOf(
  first: Finding,
  findings: readonly Finding[],
  wordTogether: WordTogether,
): string {
  const { pod, rule, message } = first;
  if (pod === undefined) return message;
  const paths = findings.flatMap((one) => (one.rule === rule && one.pod === pod ? [one.path] : []));
  return paths.length === 1 ? message : (wordTogether(pod, rule, paths) ?? message);
}

/** The rule and its place, which stay the same as long as the problem does. */
function uniqueId({ rule, document, path }: Finding, ids: Set<string>, stepsOf: StepsOf): string {
  const place = [encodeURIComponent(rule), ...stepsOf(document, path)].join('.');
  let id = place;
  for (let n = 2; ids.has(id); n += 1) id = `${place}~${n}`;
  ids.add(id);
  return id;
}
