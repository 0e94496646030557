import { type NamespacePolicy, readPolicy } from '../../pss/index.ts';
import { isObject } from '../../yaml/value.ts';
import { assumedLabels, type Overrides } from './overrides.ts';

/** The name under which objects without a namespace are kept. */
const unnamed = '';

/** Which policy holds for an object. */
export class Policies {
  /** Namespaces that objects were in and nothing is known of. */
  private readonly assumed = new Set<string>();
  private readonly overrides: Overrides;
  private readonly fallback: NamespacePolicy;
  private readonly known = new Map<string, NamespacePolicy>();
  /** What objects were judged by before their namespace came. */
  private readonly used = new Map<string, NamespacePolicy>();

  constructor(overrides: Overrides) {
    this.overrides = overrides;
    this.fallback = readPolicy(assumedLabels(overrides));
  }

  /** The policy that a Namespace manifest's data asks for. */
  read(manifest: unknown): NamespacePolicy {
    return readPolicy({ ...labelsOf(manifest), ...this.overrides.labels });
  }

  /**
   * Makes a namespace's policy known.
   * @returns whether objects of this namespace have been judged by another policy already
   */
  add(name: string, policy: NamespacePolicy): boolean {
    this.known.set(name, policy);
    const [first] = this.used.keys();
    if (first === undefined) return false;
    return [name, unnamed].some((one) => {
      const before = this.used.get(one);
      return before !== undefined && !sameVerdicts(before, this.lookUp(one));
    });
  }

  /** The policy for an object of a namespace, or of none. */
  for(namespace: string): NamespacePolicy {
    const policy = this.lookUp(namespace);
    if (!this.used.has(namespace)) this.used.set(namespace, policy);
    return policy;
  }

  /** What the reader should know about the policies. */
  notes(): readonly string[] {
    const names = [...this.assumed].filter((name) => name !== unnamed);
    const said = 'were judged by restricted:latest; --enforce says otherwise.';
    return [
      ...(this.assumed.has(unnamed) ? [`Objects without a namespace ${said}`] : []),
      ...(names.length > 0
        ? [`The input has no Namespace ${listed(names)}: objects in there ${said}`]
        : []),
    ];
  }

  private lookUp(namespace: string): NamespacePolicy {
    const known = this.known.get(namespace);
    if (known !== undefined) return known;
    const [only] = this.known.values();
    if (namespace === unnamed && only !== undefined && this.known.size === 1) return only;
    if (!this.overrides.modes.has('enforce')) this.assumed.add(namespace);
    return this.fallback;
  }
}

/** The first names, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function sameVerdicts(a: NamespacePolicy, b: NamespacePolicy): boolean {
  return (['enforce', 'warn', 'audit'] as const).every((mode) => a[mode].text === b[mode].text);
}

/** A label of another type than text is read as an invalid one: closed. */
export function labelsOf(manifest: unknown): Record<string, string> {
  const metadata = isObject(manifest) ? manifest.metadata : undefined;
  const labels = isObject(metadata) && isObject(metadata.labels) ? metadata.labels : {};
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of Object.entries(labels)) {
    texts[key] = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  }
  return texts;
}
