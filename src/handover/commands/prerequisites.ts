import { textAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { nameReason } from './name-reason.ts';
import { shellCommand, type Word } from './shell.ts';

/** A Secret that must exist in the namespace before the install. */
export interface NeededSecret {
  readonly name: string;
  /** What it is for, and the key the chart reads. */
  readonly purpose: string;
  /**
   * Makes it with kubectl, or says why nothing can; values come from the environment, so that
   * none is typed into a file.
   */
  readonly making: { readonly command: string } | { readonly reason: string };
  readonly path: Path;
}

/** Something that the chart needs and the file does not say. */
export interface MissingValue {
  readonly what: string;
  readonly path: Path;
}

export interface Prerequisites {
  readonly secrets: readonly NeededSecret[];
  readonly missing: readonly MissingValue[];
}

/** How to make a Secret of this name and kind, with these values; or why it cannot be made. */
function making(name: string, namespace: string, kind: string, values: readonly Word[]) {
  const reason = nameReason('Secret', name) ?? nameReason('namespace', namespace);
  if (reason !== undefined) return { reason };
  const words = ['kubectl', 'create', 'secret', kind, name, '-n', namespace, ...values];
  return { command: shellCommand(words) };
}

/**
 * What must be there before `helm install`: Secrets the file names, and values it lacks. Of the
 * sources of one credential the chart takes at most one; which are required follows the chart's
 * reference (July 2026).
 * @param values the tree of values.yaml
 * @param namespace the namespace's name
 */
export function prerequisites(values: YamlTree, namespace: string): Prerequisites {
  const text = (path: Path) => textAt(values, path);
  const secrets: NeededSecret[] = [];
  const pull = text(['imagePullSecretName']);
  if (pull) {
    secrets.push({
      name: pull,
      purpose: 'to pull the images',
      making: making(pull, namespace, 'docker-registry', [
        '--docker-server=images.astronomer.cloud',
        '--docker-username=cli',
        { before: '--docker-password=', variable: 'DEPLOYMENT_API_TOKEN' },
      ]),
      path: ['imagePullSecretName'],
    });
  }
  const named: readonly [Path, string, string, string][] = [
    [['agentTokenSecretName'], 'token', 'the agent’s token', 'AGENT_TOKEN'],
    [['sentinelAuthSecretName'], 'secret', 'between Sentinel and the agents', 'SENTINEL_SECRET'],
    [['openLineage', 'apiKeySecret'], 'api-key', 'for lineage events', 'DEPLOYMENT_API_TOKEN'],
  ];
  for (const [path, key, purpose, variable] of named) {
    const name = text(path);
    if (!name) continue;
    const values = [{ before: `--from-literal=${key}=`, variable }];
    secrets.push({
      name,
      purpose: `${purpose}, key ${key}`,
      making: making(name, namespace, 'generic', values),
      path,
    });
  }
  return { secrets, missing: missingValues(text) };
}

function missingValues(text: (path: Path) => string | undefined): readonly MissingValue[] {
  const needed: readonly [string, readonly Path[]][] = [
    ['A prefix for the names of all objects', [['resourceNamePrefix']]],
    ['The address of the Astro Deployment’s API', [['astroDeploymentAPIURL']]],
    ['A Secret for pulling the images', [['imagePullSecretName'], ['imagePullSecretData']]],
    [
      'The agent’s token, unless an environment variable brings it',
      [['agentTokenSecretName'], ['agentToken'], ['agentTokenFile']],
    ],
    ['The Airflow secrets backend', [['secretBackend']]],
    ['The XCom backend', [['xcomBackend']]],
    ['The list of DAG bundles', [['dagBundleConfigList']]],
  ];
  return needed.flatMap(([what, paths]) => {
    const [path] = paths;
    return path === undefined || paths.some((each) => text(each)) ? [] : [{ what, path }];
  });
}
