import { expect, test } from 'vitest';
import { fileFacts } from '../../../src/agent/assess/file-facts.ts';
import { assessed, namespaceText } from '../rules/base.ts';

test.each([
  ['workers: []', 'None'],
  ['workers: [{name: a}]', '1: a'],
  ['workers: [{name: a}, {name: b}]', '2: a, b'],
  ['workers: [{name: a}, {}, {name: c}]', '3: a, unnamed, c'],
  ['workers: [{name: a}, {name: b}, {name: c}, {name: d}]', '4: a, b, c and 1 more'],
])('%s', (values, expected) => {
  const facts = fileFacts(assessed({ values: `${values}\n`, namespace: namespaceText() }));
  expect(facts.find(({ name }) => name === 'Workers')?.value).toBe(expected);
});
