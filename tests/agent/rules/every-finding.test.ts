import { describe, expect, it } from 'vitest';
import { isMapping } from '../../../src/agent/documents/plain.ts';
import { namespaceFacts } from '../../../src/agent/judge/namespace-facts.ts';
import { rules } from '../../../src/agent/rules/index.ts';
import { modelOf } from '../../../src/agent/rules/model.ts';
import { checksOf } from '../../../src/pss/registry.ts';
import { dataOf } from '../../../src/yaml/value.ts';
import { everyFinding } from '../../every-finding/every-finding.ts';
import { assessed } from './base.ts';

describe('the files with every kind of finding', () => {
  const { findings, problems, trees } = assessed(everyFinding);

  it('have one of each rule', () => {
    const [values, namespace] = [trees.values.root, trees.namespace.root].map(
      (root) => root && dataOf(root),
    );
    if (!isMapping(values) || !isMapping(namespace)) throw new Error('Not a mapping');
    const model = modelOf(trees, values, namespaceFacts(namespace));
    const silent = rules.filter(({ check }) => check(model).length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('have a problem of each, but for what is always part of another', () => {
    const leading = new Set(problems.map(({ rule }) => rule));
    const within = new Set(findings.map(({ rule }) => rule).filter((rule) => !leading.has(rule)));
    expect([...within].toSorted()).toEqual([
      // The audit label asks for baseline, whose checks are the milder half of restricted ones.
      'capabilities_baseline',
      // One fix repairs it and what is rejected under one of the two readings.
      // Decided together with what Pod Security says of the container.
      'needs-root',
      'partial-override',
      'procMount',
      // One fix repairs it and runAsUser: 0.
      'root-despite-non-root',
      'seccompProfile_baseline',
    ]);
  });

  it('break each check of Pod Security that values of the chart can break', () => {
    const broken = new Set(findings.map(({ rule }) => rule));
    const kept = checksOf({ level: 'restricted', version: 'latest' }).filter(
      ({ id }) => !broken.has(id),
    );
    // The chart has no key for the node's namespaces.
    expect(kept.map(({ id }) => id)).toEqual(['hostNamespaces']);
  });
});
