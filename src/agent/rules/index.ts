import { airflowHomeHidden } from './airflow-home-hidden.ts';
import { badName } from './bad-name.ts';
import { badQuantity } from './bad-quantity.ts';
import { badType } from './bad-type.ts';
import { bundleStorageRule } from './bundle-storage.ts';
import { createNamespace } from './create-namespace.ts';
import { duplicateMountPath } from './duplicate-mount-path.ts';
import { duplicateVolume } from './duplicate-volume.ts';
import { envNotString } from './env-not-string.ts';
import { extraContainerUid } from './extra-container-uid.ts';
import { groupRoot } from './group-root.ts';
import { invalidField } from './invalid-field.ts';
import { knownLater } from './known-later.ts';
import { logsWritable } from './logs-writable.ts';
import { memoryMedium } from './memory-medium.ts';
import { missingValue } from './missing-value.ts';
import { misspeltLabel } from './misspelt-label.ts';
import { mountReadOnly } from './mount-read-only.ts';
import { mountWithoutVolume } from './mount-without-volume.ts';
import { namespaceLabels } from './namespace-labels.ts';
import { namespaceMismatch } from './namespace-mismatch.ts';
import { namespaceName } from './namespace-name.ts';
import { needsRoot } from './needs-root.ts';
import { oldShape } from './old-shape.ts';
import { partialOverride } from './partial-override.ts';
import { placeholder } from './placeholder.ts';
import { podSecurity } from './pod-security.ts';
import { privilegedPort } from './privileged-port.ts';
import { pvcWithoutFsGroup } from './pvc-without-fsgroup.ts';
import { quieterThanEnforce } from './quieter-than-enforce.ts';
import { readOnlyRoot } from './read-only-root.ts';
import { rootDespiteNonRoot } from './root-despite-non-root.ts';
import type { Rule } from './rule.ts';
import { seccompLocalhost } from './seccomp-localhost.ts';
import { sentinelImplicit } from './sentinel-implicit.ts';
import { sidecarDataDir } from './sidecar-data-dir.ts';
import { sidecarGlob } from './sidecar-glob.ts';
import { sidecarLogMount } from './sidecar-log-mount.ts';
import { sizeLimits } from './size-limits.ts';
import { taskPods } from './task-pods.ts';
import { tmpWritable } from './tmp-writable.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownPod } from './unknown-pod.ts';
import { unknownUser } from './unknown-user.ts';
import { unusualUid } from './unusual-uid.ts';
import { volumeUnused } from './volume-unused.ts';

/** Every rule. Their order is that of problems that are equally bad and on the same step. */
export const rules: readonly Rule[] = [
  namespaceName,
  namespaceLabels,
  misspeltLabel,
  quieterThanEnforce,
  namespaceMismatch,
  createNamespace,
  badType,
  unknownPod,
  badName,
  badQuantity,
  envNotString,
  podSecurity,
  partialOverride,
  seccompLocalhost,
  mountWithoutVolume,
  duplicateVolume,
  duplicateMountPath,
  invalidField,
  tmpWritable,
  logsWritable,
  mountReadOnly,
  airflowHomeHidden,
  pvcWithoutFsGroup,
  rootDespiteNonRoot,
  unknownUser,
  needsRoot,
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
  readOnlyRoot,
  sizeLimits,
  memoryMedium,
  taskPods,
  oldShape,
  missingValue,
  placeholder,
  knownLater,
  unknownKey,
];
