import type { Source } from '../input/sources.ts';
import type { Diagnostic } from '../report/report.ts';
import { lateNamespace } from './namespaces.ts';
import type { Overrides } from './overrides.ts';
import { Policies } from './policies.ts';
import type { SourceText } from './source-text.ts';
import type { KubernetesObject } from './workloads.ts';

/** The Namespaces of the input: the policies for what is in them, and their manifests. */
export class KnownNamespaces {
  readonly policies: Policies;
  /** Those that are documents of their own, by name: a values file may be in one. */
  private readonly manifests = new Map<string, SourceText>();

  constructor(overrides: Overrides) {
    this.policies = new Policies(overrides);
  }

  /**
   * Takes a Namespace in.
   * @returns whether objects in it have been judged by another policy already
   */
  learn(object: KubernetesObject, text: SourceText): boolean {
    if (object.path.length === 0) this.manifests.set(object.name, text);
    return this.policies.add(object.name, this.policies.read(object.data));
  }

  /**
   * A Namespace that comes up among what is judged. Of a source that is looked at twice it is
   * known; in the others it may come too late, which is what is returned.
   */
  meet(
    object: KubernetesObject,
    text: SourceText,
    { again }: Pick<Source, 'again'>,
  ): readonly Diagnostic[] {
    if (again || !this.learn(object, text)) return [];
    return [lateNamespace(object.name, text.placeAt(object.path))];
  }

  /** The manifest of the namespace that values are installed in, or the only one there is. */
  manifestFor(name = ''): SourceText | undefined {
    const [only] = this.manifests.values();
    return this.manifests.get(name) ?? (this.manifests.size === 1 ? only : undefined);
  }
}
