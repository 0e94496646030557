import { isPressing } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { missingIn } from '../../agent/assess/missing.ts';
import { verdictSentence } from '../../agent/assess/verdict-sentence.ts';
import { kubernetesSays } from '../../agent/judge/kubernetes-says.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { changeWords, isChanged } from '../files/outputs.ts';
import type { ReadInput } from '../input.ts';
import { code, codeBlock, prose } from './markdown.ts';

/**
 * GitHub takes 65,536 characters, GitLab more. Each list has its share; what is too much for it is
 * counted instead.
 */
const listRoom = 25_000;
const wordsRoom = 10_000;

/** How many pods are named where there are many. */
const namedPods = 5;

/**
 * What changes and why, with Kubernetes' own words and their sources, the verdict before and after,
 * what is left to decide, and how it was checked.
 */
export function pullRequestText(input: ReadInput): string {
  const { assessment: now, before } = input;
  const old = before?.ok === true ? before.assessment : undefined;
  const solved = old === undefined ? [] : solvedBy(old, now);
  return `${[
    '## Run the Remote Execution Agent under the restricted Pod Security Standard',
    '',
    ...(old === undefined ? [] : [`- Before: ${verdictWords(old)}`]),
    `- ${old === undefined ? 'Verdict' : 'Now'}: ${verdictWords(now)}`,
    '',
    '### What changes',
    '',
    ...fitting(changes(input)),
    '',
    ...why(solved),
    ...(old === undefined ? [] : kubernetesSaid(old)),
    ...left(now),
    ...missing(input),
    ...checked(now),
  ].join('\n')}\n`;
}

/** As many items as there is room for, and how many more there are. */
function fitting(items: readonly string[]): readonly string[] {
  let length = 0;
  const shown = items.findIndex((item) => {
    length += item.length + 1;
    return length > listRoom;
  });
  if (shown < 0) return items;
  return [
    ...items.slice(0, shown),
    `- and ${items.length - shown} more, for which there is no room here`,
  ];
}

/** The sentence that the page shows, with the policy between backticks. */
function verdictWords(assessment: Assessment): string {
  const { before, policy, after } = verdictSentence(assessment);
  return `${before} ${code(policy)}${after}.`;
}

function changes({ files }: ReadInput): readonly string[] {
  const changed = files.filter(isChanged);
  if (changed.length === 0) return ['Nothing: the files are as they were.'];
  return changed.map((file) => `- ${code(file.name)}: ${changeWords(file)}`);
}

/** The problems that are gone; one that only changed its words is not. */
function solvedBy(before: Assessment, now: Assessment): readonly Problem[] {
  const stays = new Set(now.problems.map(({ id }) => id));
  return before.problems.filter((one) => isPressing(one) && !stays.has(one.id));
}

function why(solved: readonly Problem[]): readonly string[] {
  if (solved.length === 0) return [];
  const items = solved.map((problem) => {
    const { fix } = problem;
    return `- ${problemWords(problem)}${fix === undefined ? '' : `\n  Done: ${code(fix.title)}`}`;
  });
  return ['### Why', '', ...fitting(items), ''];
}

/** A problem in the words of whoever refuses it, with the reason and where that stands. */
function problemWords({ rule, message, why: reason, help, pods }: Problem): string {
  const where = pods.length === 0 ? '' : ` (${listed(pods)})`;
  const source = help === undefined ? '' : ` [Source](<${help}>)`;
  return `${code(rule)}: ${code(message)}${where}\n  ${prose(reason)}${source}`;
}

function listed(pods: readonly string[]): string {
  const named = pods.slice(0, namedPods).map(code).join(', ');
  const more = pods.length - namedPods;
  return more > 0 ? `${named} and ${more} more` : named;
}

/** The events and refusals as they were, folded. */
function kubernetesSaid(before: Assessment): readonly string[] {
  const lines = before.pods.flatMap((pod) => {
    const { refused, forbidden } = kubernetesSays(pod);
    return [refused, forbidden].filter((line) => line !== undefined);
  });
  if (lines.length === 0 || lines.join('\n').length > wordsRoom) return [];
  return [
    '<details><summary>What Kubernetes said before</summary>',
    '',
    codeBlock(lines),
    '',
    '</details>',
    '',
  ];
}

/** What no fix repairs: a person has to decide. */
function left({ problems }: Assessment): readonly string[] {
  const open = problems.filter(isPressing);
  const nothing = 'Nothing: no problem of the standard and of the agent’s rules is left.';
  return [
    '### What is left to decide',
    '',
    ...(open.length === 0 ? [nothing] : []),
    ...fitting(open.map((problem) => `- [ ] ${problemWords(problem)}`)),
    '',
  ];
}

/** Values that the chart needs and that are not in the file, or cannot work as they are. */
function missing(input: ReadInput): readonly string[] {
  const absent = missingIn(input.assessment);
  if (absent.length === 0) return [];
  return [
    '### What is missing in the values',
    '',
    ...absent.map(({ label, path }) => `- [ ] ${prose(label)}: ${code(path.join('.'))}`),
    '',
  ];
}

function checked({ policy }: Assessment): readonly string[] {
  return [
    '### How it was checked',
    '',
    `- The pods that the chart would create were built from the values and judged by ${code(policy.enforce.text)} with the API server’s own checks and words, under every way in which the chart may combine its security contexts.`,
    '- The chart’s templates are not public. What it really renders is checked by the API server itself:',
    '',
    '  ```sh',
    '  helm template RELEASE astronomer/astro-remote-execution-agent -n NAMESPACE -f VALUES |',
    '    kubectl apply --dry-run=server -f -',
    '  ```',
    '',
    '- The standard: [Pod Security Standards](<https://kubernetes.io/docs/concepts/security/pod-security-standards/>)',
  ];
}
