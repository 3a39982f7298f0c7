import fc from 'fast-check';
import { isWithin, parseDecimal } from './decimal.js';
import { whyNotANumber } from './why-not-a-number.js';

const decimal = (units: bigint, scale: number): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale ? `.${digits.slice(-scale)}` : ''}`;
};
const units = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const scale = fc.integer({ min: 0, max: 9 });
const within = (given: string, key: string, tolerance: string) =>
  isWithin(parseDecimal(given)!, parseDecimal(key)!, parseDecimal(tolerance)!);

describe('a numeric answer', () => {
  it('is right at both ends of the tolerance and wrong one digit beyond', () => {
    expect(within('2.4', '2.5', '0.1')).toBe(true);
    expect(within('2.6', '2.5', '0.1')).toBe(true);
    expect(within('2.60', '2.5', '0.1')).toBe(true);
    expect(within('2.600000000001', '2.5', '0.1')).toBe(false);
    expect(within('2.399999999999', '2.5', '0.1')).toBe(false);
    expect(within('-4', '4', '0')).toBe(false);
  });

  it('is compared exactly where floating point would not be', () => {
    expect(0.3 - 0.1 <= 0.2).toBe(true);
    expect(0.1 + 0.7 >= 0.8).toBe(false);
    expect(within('0.8', '0.1', '0.7')).toBe(true);
    expect(within('0.3', '0.1', '0.2')).toBe(true);
  });

  it('is judged as whole numbers of the smallest digit are', () => {
    fc.assert(
      fc.property(units, units, fc.bigInt({ min: 0n, max: 10n ** 15n }), scale, (given, key, tolerance, digits) => {
        const distance = given > key ? given - key : key - given;
        const answer = within(decimal(given, digits), decimal(key, digits), decimal(tolerance, digits));
        expect(answer).toBe(distance <= tolerance);
      }),
    );
  });

  it('does not change with zeros after the last digit', () => {
    fc.assert(
      fc.property(units, scale, scale, (given, digits, zeros) => {
        const padded = decimal(given * 10n ** BigInt(zeros), digits + zeros);
        expect(within(padded, decimal(given, digits), '0')).toBe(true);
      }),
    );
  });

  it.each(['0', '4', '-4', '+4', '0.5', '2.50', '1250', '007'])('is read from %p', (text) => {
    expect(whyNotANumber(text)).toBeUndefined();
  });

  it.each([
    ['0,1', 'comma'],
    ['1,250', 'comma'],
    ['1,250.5', 'comma'],
    ['1.250.000', 'one decimal point'],
    ['1 250', 'spaces'],
    ["1'250", 'separators'],
    ['- 4', 'spaces'],
    ['1e3', 'exponent'],
    ['2.5E-1', 'exponent'],
    ['.5', 'zero before'],
    ['5.', 'digits after'],
    ['2.5 mg', 'without a unit'],
    ['10 units', 'without a unit'],
    ['4U', 'without a unit'],
    ['٤', 'digits 0 to 9'],
    ['−4', 'digits 0 to 9'],
    ['4-5', 'digits 0 to 9'],
    ['about 4', 'digits 0 to 9'],
    ['NaN', 'digits 0 to 9'],
    ['Infinity', 'digits 0 to 9'],
    ['0x10', 'digits 0 to 9'],
    ['123456789012345678901', 'twenty digits'],
  ])('is refused as %p with a sentence that says why', (text, reason) => {
    expect(whyNotANumber(text)).toContain(reason);
    expect(parseDecimal(text)).toBeUndefined();
  });
});
