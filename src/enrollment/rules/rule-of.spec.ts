import fc from 'fast-check';
import type { OutlineItem, OutlineModule } from '../../courses/index.js';
import { itemsOf } from '../outline-position.js';
import { isComplete, nextOpen, nextToOpen, ruleOf, type Standing } from './rule-of.js';
import { afterItem } from './where-to-go-on.js';

const item = (slug: string, more: Partial<OutlineItem> = {}): OutlineItem => ({
  ...{ slug, kind: 'lesson', title: slug, minutes: 5 },
  ...more,
});
const outline: OutlineModule[] = [
  { title: 'Read', items: [item('a'), item('b')] },
  { title: 'Check', items: [item('q', { kind: 'quiz' })] },
];
const begun = new Date('2026-12-01T09:00:00Z');
const at = (days: number) => new Date(begun.getTime() + days * 86_400_000);
const standing = (more: Partial<Standing>): Standing => ({
  ...{ outline, progress: {}, createdAt: begun, completedCourses: [], now: begun },
  ...more,
});

describe('the rules of a course', () => {
  it('goes on at the first item that is not done; what was only seen is not done', () => {
    expect(nextOpen(standing({}))).toMatchObject({ slug: 'a' });
    expect(nextOpen(standing({ progress: { a: true, b: false } }))).toMatchObject({ slug: 'b' });
    expect(nextOpen(standing({ progress: { a: true, b: true, q: true } }))).toBeUndefined();
  });

  it('leads after the last item to what was left open, and then to the desk', () => {
    expect(afterItem('c', standing({ progress: { a: true } }), 'a')).toBe('/learn/c/b');
    expect(afterItem('c', standing({ progress: { b: true } }), 'b')).toBe('/learn/c/quiz/q');
    expect(afterItem('c', standing({ progress: { q: true, a: true } }), 'q')).toBe('/learn/c/b');
    expect(afterItem('c', standing({ progress: { a: true, b: true, q: true } }), 'q')).toBe('/learning');
  });

  it('opens a lesson so many times 24 hours after the course was begun, to the millisecond', () => {
    const late = item('late', { opens: { days: 7 } });
    const before = new Date(at(7).getTime() - 1);
    expect(ruleOf(late, standing({ now: before }))).toEqual({ isOpen: false, opensAt: at(7), needs: [] });
    expect(ruleOf(late, standing({ now: at(7) })).isOpen).toBe(true);
  });

  it('opens a lesson for everybody at one instant', () => {
    const dated = item('dated', { opens: { on: at(2).toISOString() } });
    expect(ruleOf(dated, standing({ now: at(1) }))).toMatchObject({ opensAt: at(2) });
    expect(ruleOf(dated, standing({ now: at(2) })).isOpen).toBe(true);
  });

  it('names the courses that are missing, and the date beside them while it is to come', () => {
    const both = item('both', { needs: ['x', 'y'], opens: { days: 1 } });
    expect(ruleOf(both, standing({ completedCourses: ['x'] }))).toEqual({
      ...{ isOpen: false, opensAt: at(1), needs: ['y'] },
    });
    expect(ruleOf(both, standing({ completedCourses: ['x'], now: at(2) }))).toMatchObject({ opensAt: null });
    expect(ruleOf(both, standing({ completedCourses: ['x', 'y'], now: at(2) })).isOpen).toBe(true);
  });

  it('leads past what is closed, and to where it says when, with nothing else left', () => {
    const drip = [{ title: 'Read', items: [item('a'), item('b', { opens: { days: 3 } }), item('c')] }];
    const reading = standing({ outline: drip, progress: { a: true } });
    expect(afterItem('k', reading, 'a')).toBe('/learn/k/c');
    const waiting = standing({ outline: drip, progress: { a: true, c: true } });
    expect(nextOpen(waiting)).toBeUndefined();
    expect(afterItem('k', waiting, 'c')).toBe('/learn/k');
    expect(nextToOpen(waiting)).toMatchObject({ item: { slug: 'b' }, opensAt: at(3) });
  });

  it('asks of a module all, any one or none of its items', () => {
    const some = [
      { title: 'One of', complete: 'any' as const, items: [item('a'), item('b')] },
      { title: 'If you like', complete: 'none' as const, items: [item('c')] },
      { title: 'Check', items: [item('q', { kind: 'quiz' })] },
    ];
    expect(isComplete(some, { q: true })).toBe(false);
    expect(isComplete(some, { b: true, q: true })).toBe(true);
    expect(isComplete(some, { a: true, c: true })).toBe(false);
    expect(nextOpen(standing({ outline: some, progress: { b: true } }))).toMatchObject({ slug: 'q' });
    expect(nextOpen(standing({ outline: some, progress: { b: true, q: true } }))).toMatchObject({ slug: 'a' });
  });
});

const courses = ['x', 'y'];
const opens = fc.option(
  fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 365 }) }),
    fc.integer({ min: -30, max: 400 }).map((days) => ({ on: at(days).toISOString() })),
  ),
  { nil: undefined },
);
const anyItem = fc.record({ opens, needs: fc.option(fc.subarray(courses, { minLength: 1 }), { nil: undefined }) });
const anyOutline: fc.Arbitrary<OutlineModule[]> = fc
  .array(
    fc.record({
      complete: fc.constantFrom('any', 'none', undefined),
      items: fc.array(anyItem, { minLength: 1, maxLength: 4 }),
    }),
    {
      ...{ minLength: 1, maxLength: 4 },
    },
  )
  .map((modules) =>
    modules.map(({ complete, items }, at) => ({
      ...{ title: 'm', ...(complete && { complete }) },
      items: items.map(({ opens: date, needs }, nth) =>
        item(`${at}-${nth}`, { ...(date && { opens: date }), ...(needs && { needs }) }),
      ),
    })),
  );
const anyStanding = fc
  .record({ outline: anyOutline, day: fc.double({ min: 0, max: 500, noNaN: true }), completed: fc.subarray(courses) })
  .chain(({ outline: some, day, completed }) =>
    fc.subarray(itemsOf(some).map(({ slug }) => slug)).chain((seen) =>
      fc.subarray(seen).map((done) =>
        standing({
          ...{ outline: some, now: at(day), completedCourses: completed },
          progress: Object.fromEntries(seen.map((slug) => [slug, done.includes(slug)])),
        }),
      ),
    ),
  );

describe('whatever an author writes', () => {
  it('leaves nobody in front of nothing: an item, a date, or a course to complete', () => {
    fc.assert(
      fc.property(anyStanding, (now) => {
        if (isComplete(now.outline, now.progress) || nextOpen(now)) return;
        const closed = itemsOf(now.outline).map((each) => ruleOf(each, now));
        const left = closed.filter((rule) => !rule.isOpen);
        expect(left.length).toBeGreaterThan(0);
        for (const rule of left) if (!rule.isOpen) expect(rule.opensAt !== null || rule.needs.length > 0).toBe(true);
      }),
    );
  });

  it('opens everything in the end, and the course can be completed', () => {
    fc.assert(
      fc.property(anyStanding, (now) => {
        const progress: Record<string, boolean> = { ...now.progress };
        const end = { ...now, progress, completedCourses: courses, now: at(600) };
        for (let left = nextOpen(end); left; left = nextOpen(end)) progress[left.slug] = true;
        expect(isComplete(end.outline, progress)).toBe(true);
      }),
    );
  });

  it('never closes what was opened, at no later time and whatever is withdrawn', () => {
    fc.assert(
      fc.property(
        anyStanding,
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.subarray(courses),
        (now, more, left) => {
          const later = { ...now, now: new Date(now.now.getTime() + more * 86_400_000) };
          for (const each of itemsOf(now.outline)) {
            if (!ruleOf(each, now).isOpen) continue;
            expect(ruleOf(each, later).isOpen).toBe(true);
            const seen = { ...now.progress, [each.slug]: now.progress[each.slug] ?? false };
            expect(ruleOf(each, { ...now, progress: seen, completedCourses: left }).isOpen).toBe(true);
          }
        },
      ),
    );
  });
});
