import fc from 'fast-check';
import { newCertificateNumber, numberFrom, parseCertificateNumber } from './certificate-number.js';
import { crockford } from './crockford.js';
import { checkCharacter, isChecked } from './mod-37-36.js';

const bits = fc.uint8Array({ minLength: 10, maxLength: 10 });
const number = bits.map(numberFrom).filter((made) => made !== undefined);

describe('certificate numbers', () => {
  it('look like GL-XXXX-XXXX-XXXX-XXXX-C in one alphabet and keep every one of their 80 bits', () => {
    for (let n = 0; n < 500; n += 1) {
      expect(newCertificateNumber()).toMatch(/^GL(-[0-9A-HJKMNP-TV-Z]{4}){4}-[0-9A-HJKMNP-TV-Z]$/);
    }
    expect(numberFrom(Uint8Array.of(0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf))).toMatch(
      /^GL-0123-4567-89AB-CDEF-/,
    );
    fc.assert(
      fc.property(bits, bits, (one, other) => {
        const [a, b] = [numberFrom(one), numberFrom(other)];
        fc.pre(a !== undefined && b !== undefined);
        expect(a === b).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });

  it('are read back however a person types them', () => {
    fc.assert(
      fc.property(number, fc.boolean(), fc.boolean(), fc.boolean(), (made, lower, bare, confused) => {
        let typed = bare ? made.replace('GL-', '').replaceAll('-', ' ') : made;
        if (confused) typed = typed.replaceAll('0', 'O').replaceAll('1', 'l');
        expect(parseCertificateNumber(lower ? typed.toLowerCase() : typed)).toBe(made);
      }),
    );
  });

  it('are refused when one character is wrong, the check character included', () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 16 }), fc.constantFrom(...crockford), (made, at, other) => {
        const index = 3 + at + Math.floor(at / 4);
        fc.pre(made[index] !== other);
        expect(parseCertificateNumber(made.slice(0, index) + other + made.slice(index + 1))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('are refused when two neighbours are swapped, all but one time in a hundred', () => {
    let missed = 0;
    for (let n = 0; n < 5000; n += 1) {
      const bare = newCertificateNumber().replaceAll('-', '').slice(2);
      const at = n % 16;
      if (bare[at] === bare[at + 1]) continue;
      if (parseCertificateNumber(bare.slice(0, at) + bare[at + 1]! + bare[at]! + bare.slice(at + 2))) missed += 1;
    }
    expect(missed).toBeLessThan(50);
  });

  it('are refused when they are anything else', () => {
    for (const typed of [
      '',
      'GL',
      'GL-0000',
      "' OR 1=1 --",
      'GL-UUUU-UUUU-UUUU-UUUU-0',
      '../../etc',
      '0'.repeat(4000),
    ]) {
      expect(parseCertificateNumber(typed)).toBeUndefined();
    }
  });
});

describe('ISO 7064 MOD 37,36', () => {
  it('agrees with a published check character', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M'); // IFPI, Global Release Identifier
    expect(isChecked('A12425GABC1234002M')).toBe(true);
    expect(isChecked('A12425GABC1234003M')).toBe(false);
  });
});
