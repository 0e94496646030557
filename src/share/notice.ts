/** Something that was not taken over as it came in. */
export interface Notice {
  readonly code:
    | 'damaged'
    | 'too-large'
    | 'newer-version'
    | 'unknown-version'
    | 'unknown-field'
    | 'invalid-field';
  /** For people. */
  readonly message: string;
  /** The setting, its path joined with dots. */
  readonly field?: string;
}

/** A name from outside, safe to show: short, and without what could disturb a line of text. */
export function shown(name: string): string {
  const clean = name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
