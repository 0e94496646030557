import { expect, test } from 'vitest';
import { starter } from '../../src/agent/starter/starter.ts';
import { secretsIn } from '../../src/share/secrets.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { harmless, planted } from './planted.ts';

const found = (values: string) =>
  secretsIn({ values: parseTree(values), namespace: parseTree(starter().namespace) });

test('there are enough of them', () => {
  expect(planted.length).toBeGreaterThanOrEqual(90);
  expect(harmless.length).toBeGreaterThanOrEqual(50);
});

test.each(planted)('%s is a credential', (_, values, secret) => {
  expect(found(values.replace('%', secret))).not.toEqual([]);
});

test.each(harmless)('%s is none', (_, values) => {
  expect(found(values)).toEqual([]);
});
