/** A form value as a text control shows it. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
