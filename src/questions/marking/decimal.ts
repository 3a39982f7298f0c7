/** An exact decimal: `units` divided by ten to the power of `scale`. */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** Reads digits with at most one decimal point between them; anything else is undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = ''] = match;
  const units = BigInt(`${whole}${fraction}`);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Whether `given` lies in `[key - tolerance, key + tolerance]`, both ends included. */
export function isWithin(given: Decimal, key: Decimal, tolerance: Decimal): boolean {
  const scale = Math.max(given.scale, key.scale, tolerance.scale);
  const distance = unitsAt(given, scale) - unitsAt(key, scale);
  return (distance < 0n ? -distance : distance) <= unitsAt(tolerance, scale);
}

const unitsAt = ({ units, scale }: Decimal, wanted: number) => units * 10n ** BigInt(wanted - scale);
