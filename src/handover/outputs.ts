import { commands } from './commands/output.ts';
import { files, patch } from './files/outputs.ts';
import { argo } from './gitops/argo.ts';
import { flux } from './gitops/flux.ts';
import { kustomize } from './gitops/kustomize.ts';
import { terraform } from './gitops/terraform.ts';
import type { Output } from './output.ts';
import { pullRequest } from './pull-request/output.ts';
import { taskPods } from './task-pods/output.ts';

/** Every output, in the order of the page and of the archive's README. */
export const outputs: readonly Output[] = [
  files,
  patch,
  pullRequest,
  commands,
  argo,
  flux,
  kustomize,
  terraform,
  taskPods,
];
