import { readFileSync } from 'node:fs';
import type { Assessment } from '../../../src/agent/assess/assessment.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import { unifiedDiff } from '../../../src/yaml/text-diff.ts';
import { lineOf, namespaceText } from '../rules/base.ts';

/** A sample file with a restricted namespace of the name it asks for. */
export function sample(name: string): Documents {
  const url = new URL(`../../samples/${name}`, import.meta.url);
  const values = readFileSync(url, 'utf8');
  const namespace = /^["']?namespace["']?\s*:\s*([\w-]+)/m.exec(values)?.[1] ?? 'agents';
  return { values, namespace: namespaceText(namespace) };
}

/** `worker/default: rejected` for each pod. */
export function verdicts({ pods }: Assessment): string[] {
  return pods.map(({ id, verdict }) => `${id}: ${verdict}`);
}

/** Effect, rule, line, field and fix of each problem, one line each. */
export function summary(assessment: Assessment): string[] {
  return assessment.problems.map((problem) => {
    const { effect, rule, field, fix, pods } = problem;
    const touched = pods.length === 0 ? '' : ` {${pods.join(' ')}}`;
    return `${effect} ${rule} :${lineOf(assessment, problem)} ${field}${touched} => ${fix?.title ?? '-'}`;
  });
}

/** The removed and added lines of a diff under their positions. */
export function edits(before: string, after: string): string {
  return unifiedDiff('values.yaml', before, after)
    .split('\n')
    .filter((line) => /^(@@|[-+](?!(-- a|\+\+ b)\/))/.test(line))
    .join('\n');
}
