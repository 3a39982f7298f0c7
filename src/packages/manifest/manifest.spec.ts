import fc from 'fast-check';
import { manifestOf } from '../packages.example.js';
import { readPrerequisites } from './prerequisites.js';
import { readManifest } from './read-manifest.js';

const names = new Set(['imsmanifest.xml', 'sco/index.html', 'a b.html']);
const read = (xml: string, files = names) => readManifest(Buffer.from(xml), files);
const fieldsOf = (xml: string): string[] => {
  try {
    read(xml);
    return [];
  } catch (error) {
    return Object.values((error as { fields: Record<string, string> }).fields);
  }
};

describe('a manifest', () => {
  it('says what can be opened, with what is asked of each', () => {
    const more =
      '<adlcp:prerequisites type="aicc_script">one</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore>';
    const manifest = read(manifestOf({ items: [{ id: 'one' }, { id: 'two', more }] }));
    expect(manifest).toMatchObject({ standard: 'scorm-1.2', title: 'Sharps and storage', inOrder: false, notes: [] });
    expect(manifest.items).toMatchObject([
      { id: 'one', title: 'Item one', launch: 'sco/index.html?from=manifest', reports: true, prerequisites: '' },
      { id: 'two', prerequisites: 'one', mastery: '80' },
    ]);
  });

  it('of 2004 says what passes, and that items follow each other', () => {
    const more = `<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
      <imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>`;
    const organization = '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>';
    const manifest = read(manifestOf({ version: '2004', items: [{ id: 'one', more }], organization }));
    expect(manifest).toMatchObject({ standard: 'scorm-2004', inOrder: true, items: [{ mastery: '0.7' }] });
  });

  it('finds a file through its bases, with escapes, a question and a place', () => {
    const resources = '<resource identifier="r" xml:base="sco/" href="../a%20b.html#top"/>';
    const items = read(
      manifestOf({ resources }).replace('identifierref="r"', 'identifierref="r" parameters="?page=2"'),
    ).items;
    expect(items).toMatchObject([{ launch: 'a b.html?page=2#top', reports: false }]);
  });

  it.each([
    [
      'a launch file that is missing',
      '<resource identifier="r" href="no.html"/>',
      11,
      'The package does not hold “no.html”.',
    ],
    [
      'a way out of the package',
      '<resource identifier="r" href="../x.html"/>',
      11,
      '“../x.html” leads out of the package.',
    ],
    [
      'somebody else’s address',
      '<resource identifier="r" href="https://x.example/"/>',
      11,
      '“https://x.example/” leads out of the package.',
    ],
    [
      'a resource without a file',
      '<resource identifier="r"/>',
      11,
      'An item opens this resource, which names no file (href).',
    ],
    [
      'a resource that is not there',
      '<resource identifier="s" href="sco/index.html"/>',
      6,
      'There is no resource “r”.',
    ],
  ])('is refused for %s, at its line', (_what, resources, line, message) => {
    expect(fieldsOf(manifestOf({ resources }))).toEqual([`imsmanifest.xml, line ${line}: ${message}`]);
  });

  it('is refused with everything that is wrong in it, each at its line', () => {
    const more = (condition: string) => `<adlcp:prerequisites>${condition}</adlcp:prerequisites>`;
    const items = [{ id: 'one' }, { id: 'one' }, { id: 'two', more: more('three') }, { id: 'four', ref: 'x' }];
    expect(fieldsOf(manifestOf({ items }))).toEqual([
      'imsmanifest.xml, line 7: There are two items “one”.',
      'imsmanifest.xml, line 9: There is no resource “x”.',
      'imsmanifest.xml, line 8: The prerequisites cannot be followed: there is no item “three”.',
    ]);
  });

  it('is refused if it is no manifest, holds nothing, is torn, or declares entities', () => {
    expect(fieldsOf('<course/>')).toEqual(['imsmanifest.xml, line 1: There is no manifest.']);
    expect(fieldsOf(manifestOf({ items: [] }))).toEqual(['imsmanifest.xml, line 5: No item of it can be opened.']);
    expect(fieldsOf(manifestOf().replace('</organization>', ''))[0]).toContain('The XML is not well-formed');
    expect(fieldsOf(`<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>${manifestOf()}`)[0]).toContain('entities');
    expect(fieldsOf(manifestOf().replace('default="o"', 'default="p"'))[0]).toContain('There is no organization “p”.');
  });

  it('says which files are missing and which rules are not followed', () => {
    const resources = '<resource identifier="r" href="sco/index.html"><file href="gone.css"/></resource>';
    const organization = '<imsss:sequencing><imsss:rollupRules/></imsss:sequencing>';
    expect(read(manifestOf({ resources, organization })).notes).toEqual([
      'Line 11: the package does not hold “gone.css”.',
      'Rules of sequencing and rollup are not followed: items are opened at will or one after the other.',
    ]);
  });
});

describe('prerequisites', () => {
  const met = (text: string, ...done: string[]) =>
    readPrerequisites(text, (id) => /^[a-d]$/.test(id))((id) => done.includes(id));
  it.each([
    ['a', ['a'], true],
    ['a&b', ['a'], false],
    ['a | b & c', ['b'], false],
    ['(a|b)&~c', ['b'], true],
    ['2*{a,b,c}', ['a', 'c'], true],
    ['2*{a,b,c}', ['c'], false],
    ['a="passed"', ['a'], true],
    ['a<>"completed"', ['a'], false],
  ])('%s after %j: %s', (text, done, is) => expect(met(text, ...done)).toBe(is));

  it.each(['', 'a&', '(a', 'a b', '|a', 'e', '&', '2*{a,e}', 'a)'])('%j cannot be followed', (text) =>
    expect(() => met(text)).toThrow(),
  );

  it('mean what they say, however they are nested', () => {
    type Tree = string | { op: '&' | '|'; all: Tree[] } | { not: Tree };
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.record({
          op: fc.constantFrom<'&' | '|'>('&', '|'),
          all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ not: tie('tree') }),
      ),
    }));
    const written = (each: Tree): string =>
      typeof each === 'string'
        ? each
        : 'not' in each
          ? `~${written(each.not)}`
          : `(${each.all.map(written).join(each.op)})`;
    const holds = (each: Tree, done: string[]): boolean => {
      if (typeof each === 'string') return done.includes(each);
      if ('not' in each) return !holds(each.not, done);
      return each.op === '&' ? each.all.every((one) => holds(one, done)) : each.all.some((one) => holds(one, done));
    };
    fc.assert(
      fc.property(
        tree,
        fc.subarray(['a', 'b', 'c', 'd']),
        (each, done) => met(written(each), ...done) === holds(each, done),
      ),
    );
  });
});
