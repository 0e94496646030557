import {
  BINARY_SUFFIXES,
  compareSizes,
  DECIMAL_EXPONENTS,
  type Format,
  isWhole,
  type Quantity,
  wholeQuantity,
} from './quantity.ts';

const DECIMAL_SUFFIXES = new Map([...DECIMAL_EXPONENTS].map(([suffix, power]) => [power, suffix]));

/** The quantity as upstream prints it: 1.5 is `1500m`, 1024Mi is `1Gi`. */
export function quantityText(quantity: Quantity): string {
  if (quantity.written !== undefined) return quantity.written;
  const { digits, negative, format } = quantity;
  if (digits === '') return '0';
  const sign = negative ? '-' : '';
  return sign + (isBinary(quantity) ? binaryText(quantity) : decimalText(quantity, format));
}

/** Amounts of less than 1Ki, or with a fraction, are printed as decimal ones. */
function isBinary(quantity: Quantity): boolean {
  if (quantity.format !== 'BinarySI' || !isWhole(quantity)) return false;
  return compareSizes(quantity, wholeQuantity(1024)) >= 0;
}

function binaryText({ digits, exponent }: Quantity): string {
  let amount = BigInt(digits) * 10n ** BigInt(exponent);
  let power = 0;
  while (amount >= 1024n && amount % 1024n === 0n) {
    amount /= 1024n;
    power += 1;
  }
  return `${amount}${BINARY_SUFFIXES[power] ?? ''}`;
}

function decimalText({ digits, exponent }: Quantity, format: Format): string {
  const odd = ((exponent % 3) + 3) % 3;
  const power = exponent - odd;
  const number = digits + '0'.repeat(odd);
  if (format !== 'DecimalExponent') return number + (DECIMAL_SUFFIXES.get(power) ?? '');
  return power === 0 ? number : `${number}e${power}`;
}
