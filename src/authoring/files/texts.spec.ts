import fc from 'fast-check';
import { keepEnds } from './keep-ends.js';
import { mergeLines } from './merge-lines.js';
import { changeValues, partsOf, valuesOf } from './front-matter.js';
import { plainEnds } from './lines.js';

const words = fc.constantFrom('a', 'b', 'c', '', 'Some text.', '  indented', '- item');
const end = fc.constantFrom('\n', '\r\n', '\r');
const text = fc
  .array(fc.tuple(words, end), { maxLength: 12 })
  .chain((lines) => fc.tuple(fc.constant(lines), words))
  .map(([lines, last]) => lines.map(([line, ending]) => line + ending).join('') + last);
const plain = text.map(plainEnds);

describe('line ends', () => {
  it('stay as they are wherever a form sends back what it showed', () => {
    fc.assert(fc.property(text, (file) => keepEnds(file, plainEnds(file).replaceAll('\n', '\r\n')) === file));
  });

  it('never change what is read', () => {
    fc.assert(fc.property(text, plain, (file, typed) => plainEnds(keepEnds(file, typed)) === plainEnds(typed)));
  });

  it('stay at the lines that nobody touched; new lines end as the file does', () => {
    expect(keepEnds('a\r\nb\nc\r\n', 'a\nnew\nb\nc\n')).toBe('a\r\nnew\r\nb\nc\r\n');
    expect(keepEnds('\ufeffa\n', 'a\nb\n')).toBe('\ufeffa\nb\n');
  });
});

describe('two changes of one text', () => {
  it('come together where they are apart', () => {
    expect(mergeLines('a\nb\nc\nd\n', 'A\nb\nc\nd\n', 'a\nb\nc\nD\n')).toBe('A\nb\nc\nD\n');
  });

  it('are left to a person where they meet or touch', () => {
    expect(mergeLines('a\nb\nc\n', 'A\nb\nc\n', 'AA\nb\nc\n')).toBeUndefined();
    expect(mergeLines('a\nb\nc\n', 'A\nb\nc\n', 'a\nB\nc\n')).toBeUndefined();
  });

  it('are one where both changed the same to the same', () => {
    expect(mergeLines('a\nb\n', 'A\nb\n', 'A\nb\n')).toBe('A\nb\n');
  });

  it('give the other text where only one changed, in either order, and the same both ways', () => {
    fc.assert(
      fc.property(plain, plain, plain, (base, mine, theirs) => {
        expect(mergeLines(base, base, theirs)).toBe(theirs);
        expect(mergeLines(base, mine, base)).toBe(mine);
        expect(mergeLines(base, mine, theirs)).toBe(mergeLines(base, theirs, mine));
      }),
    );
  });
});

const yaml = `title: Layers # a comment
summary: 'One: sentence.'
minutes:   12
sources:
  # the label first
  - text: "A label"
    url: https://example.org/a
  - { text: A trial }
reviewed: 2026-11-15
`;

describe('front matter', () => {
  it('is cut from a file and joined to it again', () => {
    const file = `---\r\n${yaml}---\r\nBody\n---\nmore\n`;
    const { open, yaml: inner, close, body } = partsOf(file)!;
    expect(open + inner + close + body).toBe(file);
    expect(body).toBe('Body\n---\nmore\n');
    expect(partsOf('No front matter')).toBeUndefined();
  });

  it('changes only the lines of what changed', () => {
    expect(changeValues(yaml, { minutes: 15, title: 'Layers' })).toBe(yaml.replace('minutes:   12', 'minutes: 15'));
    expect(changeValues(yaml, { title: 'Layers: all' })).toBe(
      yaml.replace('title: Layers #', 'title: "Layers: all" #'),
    );
    expect(changeValues(yaml, { resource: 'pain' })).toBe(`${yaml}resource: pain\n`);
    expect(changeValues(yaml, { summary: undefined })).toBe(yaml.replace(/summary.*\n/, ''));
  });

  it('writes a changed list anew and leaves the keys around it', () => {
    const changed = changeValues(yaml, { sources: [{ text: 'Other' }] });
    expect(changed).toContain('minutes:   12\nsources:\n  - text: Other\nreviewed: 2026-11-15\n');
  });

  it('says afterwards what was written, and before and after it the same as ever', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.array(fc.record({ text: fc.string() })));
    const key = fc.constantFrom('title', 'summary', 'minutes', 'sources', 'reviewed', 'resource');
    fc.assert(
      fc.property(key, value, (name, given) => {
        const after = valuesOf(changeValues(yaml, { [name]: given }));
        expect(after).toEqual({ ...valuesOf(yaml), [name]: given });
        expect(changeValues(yaml, valuesOf(yaml)!)).toBe(yaml);
      }),
    );
  });
});
