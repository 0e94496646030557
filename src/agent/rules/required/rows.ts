import { agentImage } from '../../chart/chart.ts';
import {
  absolutePath,
  anyText,
  bundleList,
  classPath,
  dockerConfig,
  httpsAddress,
  imageReference,
  namePrefix,
  plainText,
  secretName,
  type ValueCheck,
} from './value-checks.ts';

/*
 * What an install needs and nobody but its owner knows, as of July 2026.
 * Source: the chart's documentation, and real values files.
 */

/** A key of the values file that can hold a required value. */
export interface RequiredKey {
  readonly key: string;
  readonly check: ValueCheck;
}

interface RowBase {
  readonly id: string;
  /** A short name, in sentence case. */
  readonly label: string;
  /** One sentence: where its owner finds it. */
  readonly where: string;
}

/** A value at the top of the file. */
export interface KeyRow extends RowBase {
  readonly kind: 'key';
  /** Those that can hold it, at most one at a time; the first is the one that is written. */
  readonly keys: readonly [RequiredKey, ...RequiredKey[]];
  /** Variables by which the containers may get it instead. */
  readonly variables?: readonly string[];
}

/** The image: one for all, or one for each component. */
export interface ImageRow extends RowBase {
  readonly kind: 'image';
  readonly check: ValueCheck;
}

/** A variable of `commonEnv` that the Astro UI fills in; a file without it is none the worse. */
export interface VariableRow extends RowBase {
  readonly kind: 'variable';
  readonly name: string;
  readonly check: ValueCheck;
}

export type RequiredRow = KeyRow | ImageRow | VariableRow;

const inAstro = 'The values file that the Astro UI shows when you register an agent has it';

function variableRow(name: string, label: string): VariableRow {
  return {
    kind: 'variable',
    id: name,
    name,
    label,
    where: `${inAstro}, in commonEnv.`,
    check: plainText,
  };
}

/** In the order in which a person would fill them in. */
export const requiredRows: readonly RequiredRow[] = [
  {
    kind: 'key',
    id: 'resourceNamePrefix',
    label: 'Name prefix',
    where: 'You choose it: a short word in lower case with which the names of all objects begin.',
    keys: [{ key: 'resourceNamePrefix', check: namePrefix }],
  },
  {
    kind: 'key',
    id: 'astroDeploymentAPIURL',
    label: 'API address of the Deployment',
    where: `${inAstro}, as astroDeploymentAPIURL.`,
    keys: [{ key: 'astroDeploymentAPIURL', check: httpsAddress }],
  },
  {
    kind: 'image',
    id: 'image',
    label: 'Agent image',
    where: `${inAstro}, such as ${agentImage}; or name your own mirror’s.`,
    check: imageReference,
  },
  {
    kind: 'key',
    id: 'imagePullSecret',
    label: 'Secret of the registry',
    where:
      'You name it when you make it: kubectl create secret docker-registry NAME, with a Deployment API token as password.',
    keys: [
      { key: 'imagePullSecretName', check: secretName },
      { key: 'imagePullSecretData', check: dockerConfig },
    ],
  },
  {
    kind: 'key',
    id: 'agentToken',
    label: 'Secret of the agent token',
    where:
      'You name it when you make it: kubectl create secret generic NAME, with the token from the Astro UI under the key token.',
    keys: [
      { key: 'agentTokenSecretName', check: secretName },
      { key: 'agentToken', check: anyText },
      { key: 'agentTokenFile', check: absolutePath },
    ],
    variables: ['ASTRO_AGENT_CLIENT_API_TOKEN', 'ASTRO_AGENT_CLIENT_API_TOKEN_FILE'],
  },
  {
    kind: 'key',
    id: 'secretBackend',
    label: 'Secrets backend',
    where:
      'The class by which Airflow reaches your secrets store; Airflow’s provider pages name it.',
    keys: [{ key: 'secretBackend', check: classPath }],
  },
  {
    kind: 'key',
    id: 'xcomBackend',
    label: 'XCom backend',
    where: 'The class by which tasks hand data on; Airflow’s provider pages name it.',
    keys: [{ key: 'xcomBackend', check: classPath }],
  },
  {
    kind: 'key',
    id: 'dagBundleConfigList',
    label: 'DAG bundles',
    where: 'Where your DAGs are: a JSON list in one text, as Airflow’s page on DAG bundles has it.',
    keys: [{ key: 'dagBundleConfigList', check: bundleList }],
  },
  variableRow('ASTRO_ORGANIZATION_ID', 'Organization ID'),
  variableRow('ASTRO_WORKSPACE_ID', 'Workspace ID'),
  variableRow('ASTRO_DEPLOYMENT_ID', 'Deployment ID'),
  variableRow('ASTRO_DEPLOYMENT_NAMESPACE', 'Deployment namespace'),
];
