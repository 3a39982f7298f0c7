import { readFileSync } from 'node:fs';

interface Lock {
  packages: Record<string, { license?: string; dev?: boolean; resolved?: string; integrity?: string; link?: boolean }>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const permissive =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|Python-2\.0|PSF-2\.0|Zlib|CC0-1\.0|Unlicense)([ )]|$)/;

/** Packages whose licence stands in their files only; each was read: MIT, but for the contexts (W3C documents, BSD code). */
const read = new Set([
  'busboy',
  'passport-local',
  'passport-strategy',
  'pause',
  'streamsearch',
  '@digitalbazaar/credentials-context',
]);
/** Never shipped: a test tool and data of a build tool. */
const toolsOnly = new Set(['axe-core', 'caniuse-lite']);
/** LGPL: libvips behind sharp, a shared library that anyone may replace, unchanged by us. */
const replaceable = /^@img\/sharp-/;

describe('the lockfile', () => {
  it('names only permissive licences', () => {
    const others = packages
      .map(([path, { license, dev }]) => ({
        name: path.replace(/^.*node_modules\//, ''),
        license: license ?? 'none',
        dev,
      }))
      .filter(
        ({ name, license, dev }) =>
          !permissive.test(license) && !read.has(name) && !replaceable.test(name) && !(dev && toolsOnly.has(name)),
      );
    expect(others).toEqual([]);
  });

  it('pins every package by its content', () => {
    const loose = packages.filter(([, { integrity, link }]) => !link && !integrity).map(([path]) => path);
    expect(loose).toEqual([]);
  });
});
