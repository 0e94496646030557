/** What a person may fill in, shared by the outputs: a release name typed once holds for all. */
export const fieldIds = [
  'releaseName',
  'chartVersion',
  'kubeContext',
  'valuesFile',
  'applicationName',
  'argoNamespace',
  'argoProject',
  'argoValues',
  'gitRepository',
  'gitRevision',
  'fluxNamespace',
] as const;

export type FieldId = (typeof fieldIds)[number];

export type Fields = Readonly<Partial<Record<FieldId, string>>>;
