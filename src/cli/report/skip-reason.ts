/** Why a file was passed over that nobody named, or that a hook was given by its name alone. */
export type SkipReason = (typeof skipReasons)[number];

/** In the order in which they are counted. */
export const skipReasons = [
  'not-recognised',
  'empty',
  'comments-only',
  'list',
  'single-value',
  'encrypted',
  'template',
  'terraform',
  'other-release',
  'object',
] as const;

/** How the files of each reason are called where they are counted. */
export const skipWords: Readonly<Record<SkipReason, string>> = {
  empty: 'empty',
  'comments-only': 'with comments alone',
  list: 'with a list',
  'single-value': 'with a single value',
  'not-recognised': 'with neither manifests nor values of this chart',
  encrypted: 'encrypted by SOPS',
  template: 'with a template of another chart',
  terraform: 'with Terraform about other charts',
  'other-release': 'that install other charts',
  object: 'with other Kubernetes objects',
};
