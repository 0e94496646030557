import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Judge } from './pss-judge.ts';

const PLUGIN =
  'bench/node_modules/@monokle/validation/lib/validators/pod-security-standards/plugin.js';

interface Rule {
  validate(
    input: { resources: object[]; allResources: object[]; settings: object; params: unknown },
    api: { report(resource: object): void },
  ): void;
  readonly advanced?: { readonly configMetadata?: { readonly defaultValue?: unknown } };
}

/** The rules called once for each pod, as we are, and once for all pods of a set. */
export interface Monokle {
  readonly podByPod: Judge;
  readonly setBySet: Judge;
}

/**
 * The Pod Security rules of Monokle as bare functions, without its parser, its cloning and its
 * reports: the least that it can do. Undefined if it isn't installed.
 */
export async function loadMonokle(): Promise<Monokle | undefined> {
  const file = resolve(PLUGIN);
  if (!existsSync(file)) {
    console.log('Monokle is left out. To install it: npm ci --prefix bench');
    return undefined;
  }
  const { default: plugin } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const rules: readonly Rule[] = Object.values(plugin.rules);

  function refusedOf(resources: object[]): ReadonlySet<object> {
    const refused = new Set<object>();
    const api = { report: (resource: object) => void refused.add(resource) };
    for (const rule of rules) {
      const params = rule.advanced?.configMetadata?.defaultValue;
      rule.validate({ resources, allResources: resources, settings: {}, params }, api);
    }
    return refused;
  }

  return {
    podByPod: (pods) => pods.map(({ pod }) => refusedOf([pod]).size > 0),
    setBySet: (pods) => {
      const refused = refusedOf(pods.map(({ pod }) => pod));
      return pods.map(({ pod }) => refused.has(pod));
    },
  };
}
