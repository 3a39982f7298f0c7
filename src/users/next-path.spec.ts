import fc from 'fast-check';
import { safeNextPath, withNext } from './next-path.js';

describe('the way on after signing in', () => {
  it.each(['/learning', '/bundles/cosmetic-injector?code=SPRING#price', '/learn/a/b', '/', '/search?q=a%2Fb'])(
    'keeps our own path %j',
    (path) => expect(safeNextPath(path)).toBe(path),
  );

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/%2Fevil.example',
    '/%2fevil.example',
    '/%5Cevil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%09/evil.example',
    '/%0d%0aSet-Cookie:a=b',
    '/a b',
    ' /learning',
    '',
    `/${'a'.repeat(1000)}`,
  ])('refuses %j', (path) => expect(safeNextPath(path)).toBeUndefined());

  it.each([undefined, null, ['/learning'], { path: '/learning' }, 7])('refuses %j, which is no text', (next) =>
    expect(safeNextPath(next)).toBeUndefined(),
  );

  it('never leads to another origin, whatever is typed', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      '%2f',
      '%5c',
      '@',
      ':',
      'https:',
      'evil.example',
      '\t',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = safeNextPath(pieces.join(''));
        if (path === undefined) return;
        expect(new URL(path, 'https://glabella.test/sign-in').origin).toBe('https://glabella.test');
        expect(path).toMatch(/^\/(?!\/)/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is carried in the address of the next page, encoded', () => {
    expect(withNext('/sign-in', '/a?b=c&d')).toBe('/sign-in?next=%2Fa%3Fb%3Dc%26d');
    expect(withNext('/sign-in', undefined)).toBe('/sign-in');
  });
});
