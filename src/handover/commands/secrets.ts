import { isMapping, textOf, valueIn } from '../../agent/documents/plain.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { dataOf } from '../../yaml/value.ts';
import { secretReferences } from './secret-references.ts';

/** A value of a Secret: the environment variable that has it, so that nobody types it into a file. */
export interface SecretValue {
  readonly key: string;
  readonly variable: string;
}

/** A Secret that must exist in the namespace before the install. */
export interface SecretNeed {
  readonly name: string;
  /** What it is for. */
  readonly purpose: string;
  /** Where values.yaml names it. */
  readonly path: Path;
  readonly content:
    | { readonly kind: 'generic'; readonly values: readonly SecretValue[] }
    | {
        readonly kind: 'docker-registry';
        readonly server: string;
        /** Astronomer's registry knows one user; others come from the environment. */
        readonly user: string | { readonly variable: string };
        readonly password: string;
      };
}

const astronomerRegistry = 'images.astronomer.cloud';

/** The credentials that the chart takes by a Secret's name, with the key that it reads. */
const credentials: readonly {
  readonly path: Path;
  readonly key: string;
  readonly purpose: string;
  readonly variable: string;
}[] = [
  {
    path: ['agentTokenSecretName'],
    key: 'token',
    purpose: 'the agent’s token',
    variable: 'AGENT_TOKEN',
  },
  {
    path: ['sentinelAuthSecretName'],
    key: 'secret',
    purpose: 'between Sentinel and the agents',
    variable: 'SENTINEL_SECRET',
  },
  {
    path: ['openLineage', 'apiKeySecret'],
    key: 'api-key',
    purpose: 'for lineage events',
    variable: 'DEPLOYMENT_API_TOKEN',
  },
];

/**
 * The Secrets that values.yaml names, each once: for pulling images, for the chart's own
 * credentials, and for environment variables of any container.
 */
export function neededSecrets({ root }: YamlTree): readonly SecretNeed[] {
  const values = root === undefined ? undefined : dataOf(root);
  const needs = new Map<string, SecretNeed>();
  const add = (name: string, purpose: string, path: Path, value: SecretValue) => {
    const known = needs.get(name);
    const before = known?.content.kind === 'generic' ? known.content.values : [];
    if (before.some(({ key }) => key === value.key)) return;
    needs.set(name, {
      name,
      purpose: known?.purpose ?? purpose,
      path: known?.path ?? path,
      content: { kind: 'generic', values: [...before, value] },
    });
  };
  for (const { path, key, purpose, variable } of credentials) {
    const name = scalarText(valueIn(values, path));
    if (name !== '') add(name, `${purpose}, key ${key}`, path, { key, variable });
  }
  const taken = new Set(credentials.map(({ variable }) => variable));
  for (const { name, key, env, path } of secretReferences(values)) {
    const known = needs.get(name)?.content;
    if (known?.kind === 'generic' && known.values.some((one) => one.key === key)) continue;
    const variable = freeVariable([env, `${name}_${key}`], taken);
    taken.add(variable);
    add(name, `for the environment variable ${env}`, path, { key, variable });
  }
  return [...pullSecret(values), ...needs.values()];
}

function pullSecret(values: unknown): readonly SecretNeed[] {
  const path = ['imagePullSecretName'];
  const name = scalarText(valueIn(values, path));
  if (name === '') return [];
  const server = registryOf(textOf(valueIn(values, ['image'])));
  const isOwn = server === astronomerRegistry;
  return [
    {
      name,
      purpose: 'to pull the images',
      path,
      content: {
        kind: 'docker-registry',
        server,
        user: isOwn ? 'cli' : { variable: 'REGISTRY_USER' },
        password: isOwn ? 'DEPLOYMENT_API_TOKEN' : 'REGISTRY_PASSWORD',
      },
    },
  ];
}

/** The registry of an image: what stands before the first slash, if it is a host and not a user. */
function registryOf(image: string): string {
  const [host = '', ...rest] = image.split('/');
  const isHost = rest.length > 0 && /^[a-z0-9.-]+(?::\d+)?$/i.test(host) && /[.:]/.test(host);
  if (isHost) return host;
  return image === '' ? astronomerRegistry : 'docker.io';
}

/** A name that Helm reads as a number is a name, too. */
function scalarText(value: unknown): string {
  return value === null || value === undefined || isMapping(value) || Array.isArray(value)
    ? ''
    : String(value);
}

/** Variables that the shell or its programs use: a Secret's value must never come from one. */
const shellOwn =
  /^(?:PATH|HOME|PWD|OLDPWD|USER|LOGNAME|SHELL|TERM|LANG|LC_.*|IFS|ENV|PS[0-9]|PPID|OPTARG|OPTIND|TMPDIR|MAIL.*|KUBE.*|HELM_.*|HTTPS?_PROXY|NO_PROXY|CDPATH|SHLVL|UID|EUID|RANDOM|SECONDS|LINENO|HOSTNAME|BASH.*|ZSH.*|_)$/;

/** The first name that can be used; the last with a number until nobody else has it. */
function freeVariable(wishes: readonly string[], taken: ReadonlySet<string>): string {
  const names = wishes.map((wish) => wish.toUpperCase().replace(/[^A-Z0-9]+/g, '_'));
  const isFine = (name: string) =>
    /^[A-Z][A-Z0-9_]*$/.test(name) && !shellOwn.test(name) && !taken.has(name);
  const fine = names.find(isFine);
  if (fine !== undefined) return fine;
  const base = `SECRET_${names.at(-1) ?? ''}`;
  let name = base;
  for (let n = 2; taken.has(name); n += 1) name = `${base}_${n}`;
  return name;
}
