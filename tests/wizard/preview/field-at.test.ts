import { describe, expect, it } from 'vitest';
import type { DocumentName } from '../../../src/agent/documents/documents.ts';
import { readSettings } from '../../../src/agent/settings/lens/read-settings.ts';
import { treesOf } from '../../../src/agent/settings/lens/write-settings.ts';
import { fieldAt } from '../../../src/wizard/preview/field-at.ts';
import { fieldPath } from '../../../src/wizard/preview/field-path.ts';
import type { Path } from '../../../src/yaml/path.ts';
import { sample } from '../../agent/settings/samples.ts';

const settings = readSettings(treesOf(sample('team-edited.yaml')));
const at = (document: DocumentName, path: Path) => fieldAt(document, path, settings);

describe('fieldAt', () => {
  it.each([
    'namespace.name',
    'namespace.enforce.level',
    'namespace.warn.version',
    'namespace.annotations',
    'security.pod.runAsNonRoot',
    'security.pod.seccompProfile.type',
    'security.pod.seccompProfile.localhostProfile',
    'security.container.allowPrivilegeEscalation',
    'security.container.capabilities.dropAll',
    'security.container.capabilities.addNetBindService',
    'security.sentinel.enabled',
    'security.sentinel.pod.runAsUser',
    'components.workers.1.name',
    'components.workers.0.folders',
    'components.workers.0.extraContainers.0',
    'components.dagProcessor.override.pod.fsGroup',
    'components.triggerer',
    'sidecar.enabled',
    'sidecar.image',
    'sidecar.config',
    'sidecar.logsPath',
    'sidecar.container.readOnlyRootFilesystem',
  ])('leads from the place of %s back to it', (field) => {
    const place = fieldPath(field);
    expect(place && at(place.document, place.path)?.field).toBe(field);
  });

  it.each<[DocumentName, Path, string]>([
    ['values', ['podSecurityContext', 'seccompProfile', 'type'], 'seccomp profile'],
    ['values', ['workers', 1, 'volumeMounts', 0, 'mountPath'], 'worker heavy, folders'],
    ['values', ['workers', 0, 'resources', 'limits'], 'worker default'],
    ['values', ['sentinel', 'podSecurityContext', 'runAsUser'], 'Sentinel, user'],
    ['values', ['namespace'], 'name'],
    ['namespace', ['metadata', 'labels', 'pod-security.kubernetes.io/warn'], 'warn level'],
  ])('names %s %j', (document, path, words) => {
    expect(at(document, path)?.words).toBe(words);
  });

  it.each<[DocumentName, Path]>([
    ['values', ['logLevel']],
    ['values', ['constructor']],
    ['values', ['podSecurityContext', 'constructor']],
    ['namespace', ['kind']],
  ])('knows no field for %s %j', (document, path) => {
    expect(at(document, path)).toBeUndefined();
  });
});
