/** Where something stands in an object: keys and indexes. */
export type Place = readonly (string | number)[];

/**
 * The path of a field, as upstream writes it and as it is. The two differ where upstream leaves out
 * an index or has another name for a field.
 */
export class FieldPath {
  static readonly root = new FieldPath('', []);

  private constructor(
    /** In upstream's words: `spec.containers[0].ports[0].containerPort`. */
    readonly text: string,
    readonly place: Place,
  ) {}

  /** A field below this one, with its place below this one where that isn't its name. */
  child(name: string, place: Place = [name]): FieldPath {
    const text = this.text === '' ? name : `${this.text}.${name}`;
    return new FieldPath(text, [...this.place, ...place]);
  }

  /** A field several structs below. */
  below(...names: readonly string[]): FieldPath {
    return names.reduce<FieldPath>((path, name) => path.child(name), this);
  }

  index(index: number): FieldPath {
    return new FieldPath(`${this.text}[${index}]`, [...this.place, index]);
  }

  key(key: string): FieldPath {
    return new FieldPath(`${this.text}[${key}]`, [...this.place, key]);
  }

  /** The same text for another place. */
  at(place: Place): FieldPath {
    return new FieldPath(this.text, place);
  }
}
