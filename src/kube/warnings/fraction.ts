import type { FieldPath } from '../field-path.ts';
import { quoted } from '../go-text.ts';
import { isQuantity, isWhole } from '../quantity.ts';
import { quantityText } from '../quantity-text.ts';
import { type Warning, warningAt } from './warning.ts';

/** Bytes can't be divided. */
export function fraction(amount: unknown, path: FieldPath): readonly Warning[] {
  if (!isQuantity(amount) || isWhole(amount)) return [];
  const text = quoted(quantityText(amount));
  return [warningAt(path, `fractional byte value ${text} is invalid, must be an integer`)];
}
