import { nodeAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { RawDocument } from '../input/split-documents.ts';

/** A line with something on it that is no comment, no document marker and no directive. */
const contentLine = /^(?!\uFEFF?(?:---|\.\.\.)[ \t]*(?:#.*)?\r?$)[\uFEFF \t]*[^\s#%\uFEFF]/m;

/** Whether there is anything in a document but blanks and comments. */
export function hasContent({ text, problem }: RawDocument): boolean {
  return problem !== undefined || contentLine.test(text);
}

/** Keys by which a values file of the agent's chart is known. */
const chartKeys = [
  'workers',
  'dagProcessor',
  'triggerer',
  'sentinel',
  'loggingSidecar',
  'resourceNamePrefix',
  'astroDeploymentAPIURL',
  'agentTokenSecretName',
  'podSecurityContext',
  'containerSecurityContext',
];

/** Whether a document is a values file of the agent's chart rather than an object of Kubernetes. */
export function isChartValues({ root }: YamlTree): boolean {
  const isObject = nodeAt(root, ['kind']) && nodeAt(root, ['apiVersion']);
  return !isObject && chartKeys.some((key) => nodeAt(root, [key]) !== undefined);
}
