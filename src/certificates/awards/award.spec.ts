import { overclaim } from './award.js';

const words = (title: string, statement = 'has completed every lesson') => ({
  kind: 'completion' as const,
  title,
  statement,
});

describe('the wording of an award for completed courses', () => {
  it('never claims a certification', () => {
    expect(overclaim(words('Certified Injector'))).toBe('Certified');
    expect(overclaim(words('Cosmetic Injector Certification'))).toBe('Certification');
    expect(overclaim(words('Upper Face', 'is qualified to inject'))).toBe('qualified');
  });

  it('may speak of certificates, courses and completion', () => {
    expect(overclaim(words('Certificate in the Anatomy of the Face'))).toBeUndefined();
    expect(overclaim(words('Upper Face'))).toBeUndefined();
  });

  it('is free to claim it for a real certification', () => {
    expect(overclaim({ ...words('Cosmetic Injector Certification'), kind: 'certification' })).toBeUndefined();
  });
});
