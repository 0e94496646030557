/** Where something stands in an object: keys and indexes. */
export type Place = readonly (string | number)[];

/**
 * The path of a field, as upstream writes it and as it is. The two differ where upstream leaves out
 * an index or has another name for a field. Nothing is put together before somebody asks for it,
 * since most fields are in order.
 */
export class FieldPath {
  static readonly root = new FieldPath(undefined, 'field', '', []);

  private constructor(
    private readonly parent: FieldPath | undefined,
    private readonly kind: 'field' | 'bracket' | 'same',
    private readonly part: string,
    private readonly steps: Place,
    private readonly elsewhere?: FieldPath,
  ) {}

  /** In upstream's words: `spec.containers[0].ports[0].containerPort`. */
  get text(): string {
    const before = this.parent?.text ?? '';
    if (this.kind === 'same') return before;
    if (this.kind === 'bracket') return `${before}[${this.part}]`;
    return before === '' ? this.part : `${before}.${this.part}`;
  }

  get place(): Place {
    return this.elsewhere?.place ?? [...(this.parent?.place ?? []), ...this.steps];
  }

  /** A field below this one, with its place below this one where that isn't its name. */
  child(name: string, place: Place = [name]): FieldPath {
    return new FieldPath(this, 'field', name, place);
  }

  /** A field several structs below. */
  below(...names: readonly string[]): FieldPath {
    return names.reduce<FieldPath>((path, name) => path.child(name), this);
  }

  index(index: number): FieldPath {
    return new FieldPath(this, 'bracket', String(index), [index]);
  }

  key(key: string): FieldPath {
    return new FieldPath(this, 'bracket', key, [key]);
  }

  /** The same text for a place further below, where upstream doesn't say more. */
  within(...steps: Place): FieldPath {
    return new FieldPath(this, 'same', '', steps);
  }

  /** The same text for the place of another path. */
  at(path: FieldPath): FieldPath {
    return new FieldPath(this, 'same', '', [], path);
  }
}
