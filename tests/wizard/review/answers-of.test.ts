import { expect, it } from 'vitest';
import { answersOf } from '../../../src/wizard/review/answers/answers-of.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

function answers(values: string): Record<string, string> {
  const all = answersOf(assessed(values).settings).flatMap((step) => step.answers);
  return Object.fromEntries(all.map(({ label, value }) => [label, value]));
}

it('tells the settings in a few words each', () => {
  expect(answers(fixed(teamEdited))).toEqual({
    Name: expect.any(String),
    Levels: 'restricted for enforce, audit and warn',
    Pods: 'Non-root as 50000, RuntimeDefault seccomp',
    Containers: 'No escalation, all capabilities dropped',
    Hardening: 'Writable root filesystem',
    Sentinel: 'The same, with user 5000',
    'worker/default': '/var/log/airflow, /usr/local/airflow/logs',
    'worker/heavy': '/usr/local/airflow/logs',
    'dag-processor': 'No writable folders',
    triggerer: '/var/log/airflow, /usr/local/airflow/logs',
    Sidecar: 'On, registry.example.com/mirror/vector:0.45.0-debian, reads /var/log/airflow',
  });
});

it.each([
  ['equal workers are one row', 100, 'worker/w0, w1 and 98 more'],
  ['two equal workers', 2, 'worker/w0 and w1'],
])('%s', (_, count, label) => {
  const workers = Array.from({ length: count }, (__, i) => `{name: w${i}}`).join(', ');
  const labels = Object.keys(answers(`workers: [${workers}]\n`));
  expect(labels.filter((one) => one.startsWith('worker/'))).toEqual([label]);
});

it.each([
  ['sentinel: {enabled: false}', 'Sentinel', 'Off'],
  [
    'sentinel: {podSecurityContext: {runAsNonRoot: true}}',
    'Sentinel',
    'Non-root, no seccomp profile; escalation allowed, capabilities kept',
  ],
  ['sentinel: {}', 'Sentinel', 'The same'],
  [
    'podSecurityContext: {runAsUser: null, runAsNonRoot: true}',
    'Pods',
    'Non-root as a user the platform assigns, no seccomp profile',
  ],
  [
    'containerSecurityContext: {readOnlyRootFilesystem: true, capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}',
    'Hardening',
    'Read-only root filesystem',
  ],
  ['loggingSidecar: {enabled: false}', 'Sidecar', 'Off'],
])('%s', (values, label, words) => {
  expect(answers(`workers: [{name: a}]\n${values}\n`)[label]).toMatch(words);
});

it('keeps levels apart that differ', () => {
  const { settings } = assessed('workers: [{name: a}]\n');
  const warn = { ...settings.namespace.warn, level: 'baseline' as const, version: 'v1.30' };
  const [namespace] = answersOf({ ...settings, namespace: { ...settings.namespace, warn } });
  expect(namespace?.answers.slice(1)).toEqual([
    { label: 'Enforce, audit', value: 'restricted' },
    { label: 'Warn', value: 'baseline, v1.30' },
  ]);
});
