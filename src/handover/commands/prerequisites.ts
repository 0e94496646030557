import { textAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { nameReason } from './name-reason.ts';
import { secretReason, secretWords } from './secret-command.ts';
import { neededSecrets } from './secrets.ts';
import { shellCommand } from './shell.ts';

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

/**
 * What must be there before `helm install`: Secrets the file names, and values it lacks. Of the
 * sources of one credential the chart takes at most one; which are required follows the chart's
 * reference (July 2026).
 * @param values the tree of values.yaml
 * @param namespace the namespace's name
 */
export function prerequisites(values: YamlTree, namespace: string): Prerequisites {
  const secrets = neededSecrets(values).map((need): NeededSecret => {
    const { name, purpose, path } = need;
    const reason = secretReason(need) ?? nameReason('namespace', namespace);
    const command = () => shellCommand(secretWords(need, ['-n', namespace]).flat());
    const making = reason === undefined ? { command: command() } : { reason };
    return { name, purpose, making, path };
  });
  return { secrets, missing: missingValues((path) => textAt(values, path)) };
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
