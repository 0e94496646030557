import type { PlainValue } from '../../yaml/change.ts';
import { changeText } from '../../yaml/change-text.ts';

/**
 * A mapping as a YAML document, its texts quoted wherever a reader could take them for something
 * else.
 */
export function yamlText(data: { readonly [key: string]: PlainValue }): string {
  const changes = Object.entries(data).map(([key, value]) => ({
    op: 'set' as const,
    path: [key],
    value,
  }));
  const { text, refused } = changeText('', changes);
  const [refusal] = refused;
  if (refusal !== undefined) throw new RangeError(refusal.message);
  return text;
}
