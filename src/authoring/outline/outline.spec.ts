import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { type Change, changed, filesOf, type Module } from './outline.js';
import { outlineIn, withOutline } from './outline-text.js';

const courses = readdirSync('content/courses').map((name) => readFileSync(`content/courses/${name}/course.md`, 'utf8'));
const two: Module[] = [
  { title: 'One', lessons: ['a', 'b'] },
  { title: 'Check', quiz: 'q' },
  { title: 'Two', lessons: ['c'] },
];

const outline = fc
  .array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: 0 }), { minLength: 1, maxLength: 6 })
  .map((sizes): Module[] => {
    let next = 0;
    return sizes.map((size, at) =>
      size === 0
        ? { title: `Quiz ${at}`, quiz: `q${at}` }
        : { title: `Module ${at}`, lessons: Array.from({ length: size }, () => `l${next++}`) },
    );
  });
const spot = fc.record({
  module: fc.integer({ min: 0, max: 6 }),
  item: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
});
const step: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ act: fc.constantFrom('up' as const, 'down' as const, 'in' as const, 'out' as const), at: spot }),
  fc.record({ act: fc.constant('move' as const), at: spot, to: spot }),
);

describe('moving about in an outline', () => {
  it('loses nothing and doubles nothing, leaves no module empty, and never touches what it was given', () => {
    fc.assert(
      fc.property(outline, fc.array(step, { maxLength: 8 }), (modules, steps) => {
        const before = structuredClone(modules);
        const after = steps.reduce(changed, modules);
        expect(filesOf(after).sort()).toEqual(filesOf(modules).sort());
        expect(after.every((module) => !('lessons' in module) || module.lessons.length > 0)).toBe(true);
        expect(modules).toEqual(before);
      }),
    );
  });

  it('goes up and down past quizzes into the next module, out into a new one, in to the one before', () => {
    expect(changed(two, { act: 'down', at: { module: 0, item: 1 } })).toEqual([
      { title: 'One', lessons: ['a'] },
      { title: 'Check', quiz: 'q' },
      { title: 'Two', lessons: ['b', 'c'] },
    ]);
    expect(changed(two, { act: 'up', at: { module: 2, item: 0 } })).toEqual([
      { title: 'One', lessons: ['a', 'b', 'c'] },
      { title: 'Check', quiz: 'q' },
    ]);
    expect(changed(two, { act: 'out', at: { module: 0, item: 0 } })[1]).toEqual({
      title: 'New module',
      lessons: ['a'],
    });
    expect(changed([two[0]!, two[2]!], { act: 'in', at: { module: 1 } })).toEqual([
      { title: 'One', lessons: ['a', 'b', 'c'] },
    ]);
    expect(changed(two, { act: 'up', at: { module: 1 } })[0]).toEqual(two[1]);
  });

  it('stays as it is where there is nowhere to go', () => {
    for (const act of ['up', 'in'] as const) expect(changed(two, { act, at: { module: 0 } })).toEqual(two);
    expect(changed(two, { act: 'up', at: { module: 0, item: 0 } })).toEqual(two);
    expect(changed([two[1]!], { act: 'remove', at: { module: 0 } })).toEqual([two[1]]);
  });
});

describe('the outline in course.md', () => {
  it('stays byte by byte where it is written as it was read', () => {
    for (const text of courses) expect(withOutline(text, outlineIn(text)!)).toBe(text);
  });

  it('says what was written, and nothing else of the file changes', () => {
    fc.assert(
      fc.property(outline, fc.constantFrom(...courses), (modules, text) => {
        const after = withOutline(text, modules);
        expect(outlineIn(after)).toEqual(modules);
        expect(withOutline(after, outlineIn(text)!).replace(/^modules:[^]*?^---/m, '')).toBe(
          text.replace(/^modules:[^]*?^---/m, ''),
        );
      }),
    );
  });

  it('keeps the lines of modules that only moved, with their comments', () => {
    const text =
      '---\ntitle: X\nmodules:\n  - title: One # kept\n    lessons: [a]\n  - title: "Two"\n    quiz: q\n---\nBody\n';
    const [one, other] = outlineIn(text)!;
    expect(withOutline(text, [other!, one!])).toBe(
      '---\ntitle: X\nmodules:\n  - title: "Two"\n    quiz: q\n  - title: One # kept\n    lessons: [a]\n---\nBody\n',
    );
  });

  it('keeps the rules of its modules through every change', () => {
    const text = courses[0]!.replace(
      /modules:\n( {2}- title: .*\n)/,
      'modules:\n$1    opens: { days: 7 }\n    needs: [ other ]\n',
    );
    const rules = { opens: { days: 7 }, needs: ['other'] };
    const outline = outlineIn(text)!;
    expect(outline[0]).toMatchObject(rules);
    const renamed = withOutline(text, changed(outline, { act: 'rename', at: { module: 0 }, title: 'Anew' }));
    expect(outlineIn(renamed)![0]).toMatchObject({ title: 'Anew', ...rules });
    expect(renamed).toContain('    opens: { days: 7 }\n    needs: [ other ]\n    lessons: [');
  });

  it('is not read where it is none', () => {
    for (const text of ['', 'x', '---\ntitle: X\n---\n', '---\nmodules: 3\n---\n'])
      expect(outlineIn(text)).toBeUndefined();
  });
});
