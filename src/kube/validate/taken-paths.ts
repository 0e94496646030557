import { type Fault, invalid } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { quoted } from '../go-text.ts';

/** Paths within one projected volume, so that no two sources want the same. */
export class TakenPaths {
  private readonly taken = new Set<string>();

  /** @param shown the value that upstream names when the path is taken */
  claim(path: string, shown: string, field: FieldPath): readonly Fault[] {
    if (this.taken.has(path)) return [invalid(field, quoted(shown), 'conflicting duplicate paths')];
    this.taken.add(path);
    return [];
  }
}
