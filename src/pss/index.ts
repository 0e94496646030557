/** The Pod Security Standards: what the rest of the program may use. */

export { applyAppArmorVersionSkew } from './appArmorSkew.ts';
export type { CheckId, FieldRef, Level, Policy, Version } from './check.ts';
export { defaultPod, defaultTemplate } from './defaults.ts';
export { evaluate, type Violation } from './evaluate.ts';
export { type Judgement, judge } from './judge.ts';
export {
  type ClusterDefaults,
  compareLevels,
  LABEL_PREFIX,
  type LabelError,
  LEVELS,
  levelLabel,
  MODES,
  type Mode,
  type ModePolicy,
  type NamespacePolicy,
  parseVersion,
  readPolicy,
  versionLabel,
} from './labels.ts';
export {
  detailOf,
  forbiddenMessage,
  kubectlForbiddenMessage,
  kubectlWarning,
  type PodViolations,
  reasonsOf,
  relabelWarnings,
  warningMessage,
} from './messages.ts';
export type { Pod } from './pod.ts';
export { NEWEST_MINOR } from './registry.ts';
export { type ShapeError, shapeErrors } from './shape.ts';
export { CHANGE_MINORS, changesAfter, type VersionChange } from './versions.ts';
