import { airflowHomeHidden } from './airflow-home-hidden.ts';
import { badType } from './bad-type.ts';
import { bundleStorageRule } from './bundle-storage.ts';
import { duplicateMountPath } from './duplicate-mount-path.ts';
import { duplicateVolume } from './duplicate-volume.ts';
import { extraContainerUid } from './extra-container-uid.ts';
import { groupRoot } from './group-root.ts';
import { logsWritable } from './logs-writable.ts';
import { mountReadOnly } from './mount-read-only.ts';
import { mountWithoutVolume } from './mount-without-volume.ts';
import { partialOverride } from './partial-override.ts';
import { podSecurity } from './pod-security.ts';
import { privilegedPort } from './privileged-port.ts';
import { pvcWithoutFsGroup } from './pvc-without-fsgroup.ts';
import { rootDespiteNonRoot } from './root-despite-non-root.ts';
import type { Rule } from './rule.ts';
import { seccompLocalhost } from './seccomp-localhost.ts';
import { sentinelImplicit } from './sentinel-implicit.ts';
import { sidecarDataDir } from './sidecar-data-dir.ts';
import { sidecarGlob } from './sidecar-glob.ts';
import { sidecarLogMount } from './sidecar-log-mount.ts';
import { tmpWritable } from './tmp-writable.ts';
import { unusualUid } from './unusual-uid.ts';
import { volumeUnused } from './volume-unused.ts';

/** Every rule. Their order is that of problems that are equally bad and on the same step. */
export const rules: readonly Rule[] = [
  badType,
  podSecurity,
  partialOverride,
  seccompLocalhost,
  mountWithoutVolume,
  duplicateVolume,
  duplicateMountPath,
  tmpWritable,
  logsWritable,
  mountReadOnly,
  airflowHomeHidden,
  pvcWithoutFsGroup,
  rootDespiteNonRoot,
  privilegedPort,
  sidecarLogMount,
  sidecarDataDir,
  sidecarGlob,
  bundleStorageRule,
  volumeUnused,
  unusualUid,
  groupRoot,
  sentinelImplicit,
  extraContainerUid,
];
