/** The largest and the smallest number that fits into 64 bits. */
const largest = 2n ** 63n - 1n;
const smallest = -(2n ** 63n);

/**
 * What `--set` makes of a value's text: true, false and null in any case, and whole numbers that
 * do not begin with a zero; anything else is a string, `1.5` and `007` too.
 */
export function typedValue(text: string): string | number | boolean | null {
  // The long s of Unicode is an s to Helm as well.
  if (/^true$/iu.test(text)) return true;
  if (/^false$/iu.test(text)) return false;
  if (/^null$/iu.test(text)) return null;
  if (text === '0') return 0;
  if (!/^(?:[1-9]|[+-]\d)\d*$/.test(text)) return text;
  const number = BigInt(text.replace('+', ''));
  return number <= largest && number >= smallest ? Number(number) : text;
}
