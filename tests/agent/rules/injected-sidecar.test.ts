import { expect, test } from 'vitest';
import { standingOf } from '../../../src/agent/assess/assess.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { assessed, changed, namespaceText, set } from './base.ts';

interface Case {
  readonly name: string;
  readonly changes?: readonly Change[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Of the first pod's finding, with its place; nothing: there is none. */
  readonly found?: string;
}

const label = (key: string, value: string) => [set(['labels'], { [key]: value })];
const annotation = (key: string, value: string) => [set(['annotations'], { [key]: value })];

const cases: readonly Case[] = [
  { name: 'none', labels: { team: 'data' } },
  {
    name: 'Istio by the namespace',
    labels: { 'istio-injection': 'enabled' },
    found: 'fails metadata.labels.istio-injection',
  },
  {
    name: 'Istio by a revision',
    labels: { 'istio.io/rev': 'canary' },
    found: 'fails metadata.labels.istio.io/rev',
  },
  {
    name: 'Istio in ambient mode',
    labels: { 'istio.io/dataplane-mode': 'ambient' },
  },
  {
    name: 'Istio by the namespace, and pods that stay out',
    labels: { 'istio-injection': 'enabled' },
    changes: [set(['labels'], { 'sidecar.istio.io/inject': 'false' })],
  },
  {
    name: 'Istio by the pods',
    changes: label('sidecar.istio.io/inject', 'true'),
    found: 'fails labels.sidecar.istio.io/inject',
  },
  {
    name: 'Istio where nothing is enforced',
    changes: label('sidecar.istio.io/inject', 'true'),
    labels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
    found: 'advice labels.sidecar.istio.io/inject',
  },
  {
    name: 'Linkerd',
    changes: annotation('linkerd.io/inject', 'enabled'),
    found: 'fails annotations.linkerd.io/inject',
  },
  {
    name: 'Vault Agent',
    changes: annotation('vault.hashicorp.com/agent-inject', 'true'),
    found: 'advice annotations.vault.hashicorp.com/agent-inject',
  },
  { name: 'Vault Agent, off', changes: annotation('vault.hashicorp.com/agent-inject', 'false') },
  {
    name: 'Datadog',
    changes: label('admission.datadoghq.com/enabled', 'true'),
    found: 'advice labels.admission.datadoghq.com/enabled',
  },
  {
    name: 'OpenTelemetry',
    changes: annotation('instrumentation.opentelemetry.io/inject-python', 'true'),
    found: 'advice annotations.instrumentation.opentelemetry.io/inject-python',
  },
];

test.each(cases)('$name', ({ changes = [], labels, found }) => {
  const { values } = changed(...changes);
  const assessment = assessed({ values, namespace: namespaceText('agents', labels) });
  const own = assessment.findings.filter(({ rule }) => rule === 'injected-sidecar');
  expect(own.map(({ effect, path }) => `${effect} ${path.join('.')}`)).toEqual(
    found === undefined ? [] : assessment.pods.map(() => found),
  );
  if (found?.startsWith('fails')) expect(standingOf(assessment)).toBe('fails');
});
