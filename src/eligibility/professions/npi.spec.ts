import fc from 'fast-check';
import { isNpi } from './npi.js';

const checked = (nine: string) => [...'0123456789'].map((digit) => nine + digit).filter(isNpi);

describe('the check of an NPI', () => {
  it('takes the example of the standard, and refuses it with another last digit', () => {
    expect(isNpi('1234567893')).toBe(true);
    expect(checked('123456789')).toEqual(['1234567893']);
  });

  it.each(['', '123456789', '12345678933', '3234567893', '123456789x', ' 1234567893', '１２３４５６７８９３'])(
    'refuses %p',
    (text) => expect(isNpi(text)).toBe(false),
  );

  it('knows exactly one last digit for nine others, and notices each single wrong digit', () => {
    const nine = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(nine, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const [npi, ...others] = checked(digits);
        expect(others).toEqual([]);
        const wrong = [...npi!];
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        expect(isNpi(wrong.join(''))).toBe(false);
      }),
    );
  });
});
