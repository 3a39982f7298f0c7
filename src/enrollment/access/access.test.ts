import { newId } from '../../shared/index.js';
import { EndAccess } from './end-access.js';
import { EnrollmentRoom } from '../../../test/fixtures/enrollment-room.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { GrantAccess } from './grant-access.js';

describe('access to courses', () => {
  let room: EnrollmentRoom;
  let queries: EnrollmentQueries;
  let courses: string[];
  beforeAll(async () => {
    room = await EnrollmentRoom.open();
    queries = room.get(EnrollmentQueries);
    courses = [await room.courseId('basics'), await room.courseId('further')];
  });
  afterAll(() => room.close());

  const grant = (personId: string, sourceId: string, courseIds = courses, sourceKind = 'order-line') =>
    room.db.transaction((tx) => room.get(GrantAccess).grant(tx, { personId, sourceKind, sourceId, courseIds }));
  const end = (sourceId: string, courseIds?: string[]) =>
    room.db.transaction(async (tx) => {
      const at = new Date('2026-12-01T00:00:00Z');
      const ended = { sourceKind: 'order-line', sourceId, courseIds, reason: 'refund', at };
      return room.get(EndAccess).end(tx, ended);
    });
  const owned = async (personId: string) => (await queries.ownedCourseIds(personId)).sort();

  it('is given once, however often and however many at once the same source gives it', async () => {
    const [person, source] = [await room.person(), newId()];
    await Promise.all(Array.from({ length: 10 }, () => grant(person, source, [...courses, ...courses])));
    expect(await owned(person)).toEqual([...courses].sort());
    expect(await room.facts('enrollment.granted', person)).toHaveLength(2);
    expect(await queries.all(person, 10)).toHaveLength(2);
  });

  it('is neither given nor told of when the transaction fails', async () => {
    const person = await room.person();
    const failing = room.db.transaction(async (tx) => {
      const given = { personId: person, sourceKind: 'order-line', sourceId: newId(), courseIds: courses };
      await room.get(GrantAccess).grant(tx, given);
      throw new Error('crash');
    });
    await expect(failing).rejects.toThrow('crash');
    expect(await owned(person)).toEqual([]);
    expect(await room.facts('enrollment.granted', person)).toEqual([]);
  });

  it('is refused for a course that does not exist, all of it', async () => {
    const person = await room.person();
    await expect(grant(person, newId(), [courses[0]!, newId()])).rejects.toThrow('a course that does not exist');
    expect(await owned(person)).toEqual([]);
  });

  it('ends with its source, and stays where another source still gives it', async () => {
    const [person, bundle, single] = [await room.person(), newId(), newId()];
    await grant(person, bundle);
    await grant(person, single, [courses[0]!]);
    expect(await end(bundle)).toMatchObject([{ courseId: courses[1], personId: person }]);
    expect(await owned(person)).toEqual([courses[0]]);
    expect(await end(single)).toMatchObject([{ courseId: courses[0] }]);
    expect(await owned(person)).toEqual([]);
    expect(await room.facts('enrollment.ended', person)).toHaveLength(2);
  });

  it('can end for one course of a source alone', async () => {
    const [person, bundle] = [await room.person(), newId()];
    await grant(person, bundle);
    await end(bundle, [courses[1]!]);
    expect(await owned(person)).toEqual([courses[0]]);
  });

  it('ends once: again, or for another source of the same number, changes nothing', async () => {
    const [person, line] = [await room.person(), newId()];
    await grant(person, line);
    await grant(person, line, courses, 'gift');
    expect(await end(line)).toEqual([]);
    expect(await end(line)).toEqual([]);
    expect(await owned(person)).toHaveLength(2);
    expect(await room.facts('enrollment.ended', person)).toEqual([]);
  });

  it('does not come back when the message that gave it comes again after its end', async () => {
    const [person, line] = [await room.person(), newId()];
    await grant(person, line);
    await end(line);
    await grant(person, line);
    expect(await owned(person)).toEqual([]);
    expect(await queries.access(person, 'basics')).toBeUndefined();
  });

  it('comes back with its progress and its edition when another source gives it', async () => {
    const [person, line] = [await room.person(), newId()];
    await grant(person, line);
    const before = (await queries.access(person, 'basics'))!;
    await end(line);
    await grant(person, newId());
    expect(await queries.access(person, 'basics')).toEqual({ ...before, now: expect.any(Date) });
  });

  it('is told to have ended exactly once when two sources end at the same moment', async () => {
    const [person, one, two] = [await room.person(), newId(), newId()];
    await grant(person, one);
    await grant(person, two);
    await Promise.all([end(one), end(two)]);
    expect(await owned(person)).toEqual([]);
    expect(await room.facts('enrollment.ended', person)).toHaveLength(2);
  });

  it('is of the person it was given to alone', async () => {
    const [person, other] = [await room.person(), await room.person()];
    await grant(person, newId());
    expect(await queries.access(other, 'basics')).toBeUndefined();
    expect(await queries.all(other, 10)).toEqual([]);
  });

  it('lets no enrollment point to an edition of another course', async () => {
    const person = await room.person();
    await expect(
      room.db.rows(
        `INSERT INTO enrollments (id, person_id, course_id, edition_id)
         SELECT gen_random_uuid(), $1, $2, current_edition_id FROM courses WHERE id = $3`,
        [person, courses[0], courses[1]],
      ),
    ).rejects.toMatchObject({ constraint: 'fk_enrollments_edition' });
  });
});
