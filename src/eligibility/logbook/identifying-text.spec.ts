import fc from 'fast-check';
import { identifying, identifyingNumbers } from './identifying-text.js';

describe('free text about a patient', () => {
  it.each([
    'Mrs Kowalski, dynamic lines',
    'Herr Weber',
    'Anna Smith had dynamic lines',
    'lines of patient Kowalski',
    'a lady named Josephine',
    'write to anna@example.org',
    'ring 087 123 4567',
    '+353 87 1234567',
    'MRN 4411',
    'NHS no: 943 476 5919',
    'born 12.03.1980',
    'seen on 1980-03-12',
    'record number 12',
  ])('is refused: %s', (text) => expect(identifying(text)).toMatch(/^This looks like/));

  it.each([
    'Dynamic glabellar lines at maximum frown',
    'Botox Cosmetic, 4 units at each of 5 points',
    'Glogau Type III, Fitzpatrick Type II',
    'Bruising of 2 mm on the left. Resolved on day 3.',
    'Left Masseter hypertrophy, bruxism',
    'None seen',
    'Patient reports headaches',
    'Dilution 2.5 mL per 100 U, 0.1 mL each',
    'Bell Palsy excluded',
  ])('is taken: %s', (text) => expect(identifying(text)).toBeUndefined());

  it('may have capitals where places and products stand, but no numbers of people', () => {
    expect(identifyingNumbers('Harley Street Clinic, London')).toBeUndefined();
    expect(identifyingNumbers('Dr Grey, ring 020 7946 0123')).toMatch(/^This looks like/);
  });

  it('is refused with an address or a long number wherever it stands', () => {
    const around = fc.stringMatching(/^[a-z ]{0,20}$/);
    fc.assert(
      fc.property(around, around, fc.constantFrom('a.b@c.de', '0871234567', '12/03/1980'), (before, after, secret) => {
        expect(identifying(`${before} ${secret} ${after}`)).toBeDefined();
      }),
    );
  });
});
