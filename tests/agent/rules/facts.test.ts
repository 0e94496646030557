import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { rulesPage } from '../../../scripts/rules-page.ts';
import { checkFacts } from '../../../src/agent/rules/check-facts.ts';
import { agentRules, factsOf } from '../../../src/agent/rules/facts.ts';
import { rules } from '../../../src/agent/rules/index.ts';
import { defaultPod, judge } from '../../../src/pss/index.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';
import { dataOf } from '../../../src/yaml/value.ts';
import { everyFinding } from '../../every-finding/every-finding.ts';
import { anyNamespace, anyValues } from '../judge/any-values.ts';
import { assessed } from './base.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('the rules', () => {
  it('have each an id of its own, a sentence of what is wrong, and a page', () => {
    const all = [...checkFacts, ...agentRules];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(rules).toHaveLength(agentRules.length + 1);
    for (const { summary, remedy, help } of all) {
      expect(summary).toMatch(/^\S.*\.$/);
      expect(remedy).toMatch(/^\S.*\.$/);
      expect(new URL(help).protocol).toBe('https:');
    }
  });

  it('know every finding, its effect, and give it a link', () => {
    const known = (documents: typeof everyFinding) => {
      for (const { rule, effect, help } of assessed(documents).findings) {
        expect([rule, factsOf(rule)?.effects]).toEqual([rule, expect.arrayContaining([effect])]);
        expect(help).toBe(factsOf(rule)?.help);
      }
    };
    known(everyFinding);
    fc.assert(fc.property(fc.record({ values: anyValues, namespace: anyNamespace }), known));
  });
});

describe('a check', () => {
  const base = {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ name: 'app' }],
  };

  test.each(checkFacts)('$id passes its own example', ({ id, example, level }) => {
    const { root, problems } = parseTree(example);
    expect(problems).toEqual([]);
    const part = root && dataOf(root);
    const pod = defaultPod({ spec: { ...base, ...(typeof part === 'object' ? part : {}) } });
    const { violations, shapeErrors } = judge(pod, { level, version: 'latest' });
    expect(shapeErrors).toEqual([]);
    expect(violations.map(({ check }) => check)).not.toContain(id);
  });
});

test('docs/rules.md is what the rules say (npm run rules writes it)', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage());
});
