import fc from 'fast-check';
import { exact, parseDecimal } from './decimal.js';
import { isTenfold, isWithin, type Tolerance } from './tolerance.js';
import { whyNotANumber } from './why-not-a-number.js';

const decimal = (units: bigint, scale: number): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale ? `.${digits.slice(-scale)}` : ''}`;
};
const units = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const scale = fc.integer({ min: 0, max: 9 });
const within = (given: string, key: string, tolerance: string) =>
  isWithin(parseDecimal(given)!, parseDecimal(key)!, { kind: 'absolute', by: tolerance });
const answers = (given: string, key: string, tolerance: Tolerance) => isWithin(exact(given), exact(key), tolerance);

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

describe('a numeric answer in a language with a decimal comma', () => {
  it.each(['0', '-4', '0,5', '2,50', '1250'])('is read from %p', (text) => {
    expect(whyNotANumber(text, ',')).toBeUndefined();
    expect(parseDecimal(text, ',')!.toString()).toBe(String(Number(text.replace(',', '.'))));
  });

  it.each([
    ['0.1', 'a decimal comma, not a point'],
    ['1.250', 'a decimal comma, not a point'],
    ['1.250,5', 'a decimal comma, not a point'],
    ['1,250,000', 'one decimal comma'],
    [',5', 'zero before the decimal comma, for example 0,5'],
    ['5,', 'digits after the decimal comma'],
  ])('is refused as %p', (text, reason) => {
    expect(whyNotANumber(text, ',')).toContain(reason);
    expect(parseDecimal(text, ',')).toBeUndefined();
  });

  it('is never read where the other separator would give another number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,6}[.,]\d{1,6}$/), (text) => {
        const read = [parseDecimal(text, '.'), parseDecimal(text, ',')];
        expect(read.filter((number) => number !== undefined)).toHaveLength(1);
      }),
    );
  });
});

describe('a tolerance', () => {
  it('in percent includes both ends', () => {
    const tolerance = { kind: 'relative', percent: '10' } as const;
    expect(['3.6', '4.4', '3.599999', '4.400001'].map((given) => answers(given, '4', tolerance))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(answers('-4.4', '-4', tolerance)).toBe(true);
  });

  it('of a range includes both ends, whatever the key', () => {
    const tolerance = { kind: 'range', from: '2', to: '2.5' } as const;
    expect(['2', '2.5', '1.999', '2.501'].map((given) => answers(given, '2.4', tolerance))).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it('of significant figures rounds both, half away from zero', () => {
    const two = { kind: 'figures', figures: 2 } as const;
    const given = ['2.5', '2.50', '2.46', '2.45', '2.44', '2.549', '2.55'];
    expect(given.map((each) => answers(each, '2.5', two))).toEqual([true, true, true, true, false, true, false]);
    expect(answers('1249', '1250', { kind: 'figures', figures: 3 })).toBe(true);
    expect(answers('1249', '1250', { kind: 'figures', figures: 2 })).toBe(false);
    expect(answers('1250.4', '1250', { kind: 'figures', figures: 4 })).toBe(true);
  });
});

describe('a tenfold error', () => {
  it.each([
    ['40', '4', true],
    ['0.4', '4', true],
    ['400', '4', true],
    ['40.4', '4', true],
    ['40.41', '4', false],
    ['39.6', '4', true],
    ['39.59', '4', false],
    ['4', '4', false],
    ['-40', '4', false],
    ['0', '4', false],
    ['10', '0', false],
    ['0.0025', '2.5', true],
  ])('is seen in %s for %s: %p', (given, key, seen) => {
    expect(isTenfold(exact(given), exact(key))).toBe(seen);
  });

  it('is seen for every power of ten but one itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: -6, max: 6 }), (key, power) => {
        const given = exact(String(key)).times(exact('10').pow(power));
        expect(isTenfold(given, exact(String(key)))).toBe(power !== 0);
      }),
    );
  });
});
