import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { typeErrors, unknownKeys } from '../../../src/agent/chart/schema/chart-schema.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { contains } from './contains.ts';
import { step1, step2, step3 } from './guide.ts';

const { values, namespace } = starter();

describe('the starter holds what the guide asks for', () => {
  test('step 1, the namespace, and nothing else', () => {
    expect(load(namespace)).toEqual(load(step1));
  });

  test.each([
    ['step 2, the contexts', step2],
    ['step 3, the folders', step3],
  ])('%s', (_, step) => {
    expect(contains(load(values), load(step))).toBe(true);
  });

  test('and the DAG processor can write its logs as well', () => {
    const logs = `dagProcessor: {volumes: [{name: task-logs, emptyDir: {}}],
      volumeMounts: [{name: task-logs, mountPath: /usr/local/airflow/logs}]}`;
    expect(contains(load(values), load(logs))).toBe(true);
  });
});

test('contains() is no rubber stamp', () => {
  expect(contains({ a: [{ b: 1, c: 2 }] }, { a: [{ c: 2 }] })).toBe(true);
  expect(contains({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toBe(false);
  expect(contains({ a: { b: {} } }, { a: { b: { c: 1 } } })).toBe(false);
  expect(contains({ emptyDir: { sizeLimit: 1 } }, { emptyDir: {} })).toBe(false);
});

test('the chart knows every key and type of it', () => {
  expect(unknownKeys(load(values))).toEqual([]);
  expect(typeErrors(load(values))).toEqual([]);
});

test('each mount that the guide explains is explained', () => {
  const explained = values.split('\n').filter((line) => /mountPath: .* {2}# ./.test(line));
  expect(explained.map((line) => line.trim().split('  # ')[0])).toEqual([
    'mountPath: /tmp',
    'mountPath: /usr/local/airflow/logs',
    'mountPath: /tmp',
    'mountPath: /usr/local/airflow/logs',
    'mountPath: /tmp',
    'mountPath: /usr/local/airflow/logs',
  ]);
});

test('it fits on few screens', () => {
  expect(values.split('\n').length).toBeLessThan(150);
  expect(Math.max(...values.split('\n').map((line) => line.length))).toBeLessThan(140);
});
