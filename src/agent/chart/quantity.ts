/*
 * Kubernetes quantities: `500m`, `2Gi`, `1e3`. The grammar is that of
 * k8s.io/apimachinery/pkg/api/resource: a signed decimal number and one suffix.
 */

const grammar = /^([+-]?)(\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

const factors: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/** The amount of a quantity, as a string or a number; undefined if it is none. */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const [, sign, digits, suffix = ''] = grammar.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const factor = suffix === '' ? 1 : (factors[suffix] ?? Number(`1${suffix}`));
  const amount = Number(digits) * factor;
  return sign === '-' ? -amount : amount;
}
