import { type AssessmentResult, assess } from '../../../src/agent/assess/assess.ts';
import type { Assessment } from '../../../src/agent/assess/assessment.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import type { Change, PlainValue } from '../../../src/yaml/change.ts';
import { changeText } from '../../../src/yaml/change-text.ts';
import { rangeAt } from '../../../src/yaml/locate.ts';
import type { Path } from '../../../src/yaml/path.ts';

const folders = (indent: string) =>
  `volumes:
  - name: tmp
    emptyDir: {sizeLimit: 512Mi}
  - name: task-logs
    emptyDir: {sizeLimit: 512Mi}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  - name: task-logs
    mountPath: /usr/local/airflow/logs`.replaceAll('\n', `\n${indent}`);

/** A values file in which there is nothing at all to say. */
export const cleanValues = `resourceNamePrefix: acme
createNamespace: false
namespace: agents
astroDeploymentAPIURL: https://clx1.external.astronomer.run/dx1
image: registry.example.com/agent:1
imagePullSecretName: registry
agentTokenSecretName: token
secretBackend: a.b.SecretsBackend
xcomBackend: a.b.XComBackend
dagBundleConfigList: '[{"name": "dags", "classpath": "a.b.GitDagBundle", "kwargs": {}}]'
podSecurityContext:
  seccompProfile:
    type: RuntimeDefault
  runAsUser: 50000
  fsGroup: 50000
  runAsNonRoot: true
containerSecurityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
workers:
  - name: w
    ${folders('    ')}
dagProcessor:
  ${folders('  ')}
triggerer:
  ${folders('  ')}
loggingSidecar:
  enabled: false
sentinel:
  enabled: true
  podSecurityContext:
    seccompProfile:
      type: RuntimeDefault
    runAsUser: 5000
    fsGroup: 5000
    runAsNonRoot: true
  containerSecurityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
  volumes:
    - name: tmp
      emptyDir: {sizeLimit: 64Mi}
  volumeMounts:
    - name: tmp
      mountPath: /tmp
`;

export function namespaceText(name = 'agents', labels: Record<string, string> = {}): string {
  const all = {
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/warn': 'restricted',
    ...labels,
  };
  const lines = Object.entries(all).map(([key, value]) => `    ${key}: ${value}`);
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n${lines.join('\n')}\n`;
}

export const set = (path: Path, value: PlainValue): Change => ({ op: 'set', path, value });
export const append = (path: Path, value: PlainValue): Change => ({ op: 'append', path, value });
export const remove = (path: Path): Change => ({ op: 'remove', path });

/** The clean file with changes made to it; a change that is refused is a mistake of the test. */
export function changed(...changes: readonly Change[]): Documents {
  const { text, refused } = changeText(cleanValues, changes);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return { values: text, namespace: namespaceText() };
}

export function read(result: AssessmentResult): Assessment {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.assessment;
}

export function assessed(documents: Documents): Assessment {
  return read(assess(documents));
}

/** The line that a place is on, counted from 1. */
export function lineOf(
  { trees }: Assessment,
  { document, path }: { document: 'values' | 'namespace'; path: Path },
): number {
  const tree = trees[document];
  return tree.text.slice(0, rangeAt(tree, path).range.offset).split('\n').length;
}
