import { newId } from '../shared/index.js';
import { CompleteItem } from './complete-item.js';
import { CompleteLesson } from './complete-lesson.js';
import { EndAccess } from './access/end-access.js';
import { EnrollmentRoom } from '../../test/fixtures/enrollment-room.js';
import { EnrollmentQueries } from './enrollment.queries.js';
import { GrantAccess } from './access/grant-access.js';
import { StudyLesson } from './study-lesson.js';

describe('completing a course', () => {
  let room: EnrollmentRoom;
  let queries: EnrollmentQueries;
  beforeAll(async () => {
    room = await EnrollmentRoom.open();
    queries = room.get(EnrollmentQueries);
  });
  afterAll(() => room.close());

  const learner = async () => {
    const [personId, sourceId] = [await room.person(), newId()];
    const given = { personId, sourceKind: 'order-line', sourceId, courseIds: [await room.courseId()] };
    await room.db.transaction((tx) => room.get(GrantAccess).grant(tx, given));
    const access = async () => (await queries.access(personId, 'basics'))!;
    const { enrollmentId } = await access();
    return { personId, sourceId, enrollmentId, access };
  };
  const lesson = (personId: string, slug: string) => room.get(CompleteLesson).execute(personId, 'basics', slug);
  const quiz = (enrollmentId: string, itemSlug = 'basics-quiz') =>
    room.db.transaction((tx) => room.get(CompleteItem).complete(tx, { enrollmentId, itemSlug, kind: 'quiz' }));

  it('happens with the last item, whatever the order, and is told with the edition', async () => {
    const { personId, enrollmentId, access } = await learner();
    await quiz(enrollmentId);
    await lesson(personId, 'first');
    expect((await access()).completedAt).toBeNull();
    expect(await room.facts('course.completed', personId)).toEqual([]);
    expect((await lesson(personId, 'second')).progress).toEqual({ 'basics-quiz': true, first: true, second: true });
    const { completedAt, courseId, editionId } = await access();
    expect(completedAt).toBeInstanceOf(Date);
    expect(await room.facts('course.completed', personId)).toEqual([{ enrollmentId, personId, courseId, editionId }]);
    expect(await queries.completedCourseIds(personId)).toEqual([courseId]);
  });

  it('happens once when the last item comes twenty times at the same moment', async () => {
    const { personId, enrollmentId } = await learner();
    await lesson(personId, 'first');
    await lesson(personId, 'second');
    await Promise.all(Array.from({ length: 20 }, () => quiz(enrollmentId)));
    expect(await room.facts('course.completed', personId)).toHaveLength(1);
  });

  it('happens once when all items come at the same moment', async () => {
    const { personId, enrollmentId } = await learner();
    const all = () => [lesson(personId, 'first'), lesson(personId, 'second'), quiz(enrollmentId)];
    await Promise.all([...all(), ...all(), ...all(), ...all(), ...all(), ...all()]);
    expect(await room.facts('course.completed', personId)).toHaveLength(1);
  });

  it('happens when the last two items come in two transactions that overlap', async () => {
    const { personId, enrollmentId } = await learner();
    await quiz(enrollmentId);
    const first = { enrollmentId, itemSlug: 'first', kind: 'lesson' } as const;
    let second: Promise<unknown> | undefined;
    await room.db.transaction(async (tx) => {
      await room.get(CompleteItem).complete(tx, first);
      second = lesson(personId, 'second');
      await new Promise((later) => setTimeout(later, 200));
    });
    await second;
    expect(await room.facts('course.completed', personId)).toHaveLength(1);
  });

  it('keeps the first time an item was completed', async () => {
    const { personId, enrollmentId } = await learner();
    const at = () => room.db.row('SELECT completed_at FROM progress WHERE enrollment_id = $1', [enrollmentId]);
    await lesson(personId, 'first');
    const first = await at();
    await lesson(personId, 'first');
    expect(await at()).toEqual(first);
  });

  it('cannot be had for a quiz without passing it, nor for what the edition does not have', async () => {
    const { personId, enrollmentId, access } = await learner();
    await expect(lesson(personId, 'basics-quiz')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(lesson(personId, 'none')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(quiz(enrollmentId, 'first')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(quiz(newId())).rejects.toMatchObject({ kind: 'not_found' });
    expect((await access()).progress).toEqual({});
  });

  it('is closed to others, and to the learner whose access has ended', async () => {
    const { personId, sourceId, enrollmentId } = await learner();
    await expect(lesson(await room.person(), 'first')).rejects.toMatchObject({ kind: 'not_found' });
    await lesson(personId, 'first');
    const ended = { sourceKind: 'order-line', sourceId, reason: 'refund', at: new Date('2026-12-01') };
    await room.db.transaction((tx) => room.get(EndAccess).end(tx, ended));
    await expect(lesson(personId, 'second')).rejects.toMatchObject({ kind: 'not_found' });
    expect(await room.get(StudyLesson).execute(personId, 'basics', 'first')).toBeUndefined();
    const kept = await room.db.rows('SELECT item_slug FROM progress WHERE enrollment_id = $1', [enrollmentId]);
    expect(kept).toEqual([{ item_slug: 'first' }]);
  });

  it('keeps the first look at a lesson, once, and gives the lesson with its article', async () => {
    const { personId, enrollmentId, access } = await learner();
    const study = () => room.get(StudyLesson).execute(personId, 'basics', 'second');
    const looks = () => room.db.rows('SELECT first_viewed_at FROM progress WHERE enrollment_id = $1', [enrollmentId]);
    expect(await study()).toMatchObject({
      lesson: { slug: 'second', html: expect.stringContaining('callout-label') as string },
      resource: { slug: 'pain', author: 'A. Author', trademarks: ['A name is a trademark of its owner.'] },
      progress: {},
    });
    await until(async () => (await looks()).length === 1);
    const first = await looks();
    await Promise.all([study(), study()]);
    expect(await looks()).toEqual(first);
    expect((await access()).progress).toEqual({ second: false });
    expect((await room.get(StudyLesson).execute(personId, 'basics', 'none'))!.lesson).toBeNull();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((soon) => setTimeout(soon, 10));
}
