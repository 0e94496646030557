import { describe, expect, it } from 'vitest';
import { fieldPath } from '../../../src/wizard/preview/field-path.ts';

describe('fieldPath', () => {
  it.each([
    ['namespace.name', 'namespace', ['metadata', 'name']],
    [
      'namespace.warn.level',
      'namespace',
      ['metadata', 'labels', 'pod-security.kubernetes.io/warn'],
    ],
    [
      'namespace.warn.version',
      'namespace',
      ['metadata', 'labels', 'pod-security.kubernetes.io/warn-version'],
    ],
    ['namespace.labels.0.key', 'namespace', ['metadata', 'labels']],
    [
      'security.pod.seccompProfile.type',
      'values',
      ['podSecurityContext', 'seccompProfile', 'type'],
    ],
    [
      'security.container.capabilities.dropAll',
      'values',
      ['containerSecurityContext', 'capabilities', 'drop'],
    ],
    [
      'security.container.capabilities.addNetBindService',
      'values',
      ['containerSecurityContext', 'capabilities', 'add'],
    ],
    ['security.sentinel.enabled', 'values', ['sentinel', 'enabled']],
    ['security.sentinel.pod.runAsUser', 'values', ['sentinel', 'podSecurityContext', 'runAsUser']],
    ['components.workers.2.name', 'values', ['workers', 2, 'name']],
    ['components.workers.2.folders.0.path', 'values', ['workers', 2, 'volumeMounts']],
    ['components.workers.0.extraContainers.1', 'values', ['workers', 0, 'extraContainers', 1]],
    ['components.triggerer', 'values', ['triggerer']],
    [
      'components.dagProcessor.override.pod.fsGroup',
      'values',
      ['dagProcessor', 'podSecurityContext', 'fsGroup'],
    ],
    [
      'sidecar.container.capabilities.dropAll',
      'values',
      ['loggingSidecar', 'securityContext', 'capabilities', 'drop'],
    ],
    ['sidecar.logsPath', 'values', ['loggingSidecar', 'volumeMounts']],
    ['sidecar.config', 'values', ['loggingSidecar', 'config']],
  ])('%s', (field, document, path) => {
    expect(fieldPath(field)).toEqual({ document, path });
  });

  it.each(['start.file', 'security', 'namespace', 'namespace.unknown', 'components.sentinel', ''])(
    'knows no one place for %j',
    (field) => {
      expect(fieldPath(field)).toBeUndefined();
    },
  );
});
