import { EnrollmentRoom } from '../../../test/fixtures/enrollment-room.js';
import { newId } from '../../shared/index.js';
import { CompleteItem, EnrollmentQueries, GrantAccess, WithdrawCompletion } from '../index.js';

describe('a course that does not ask for everything', () => {
  let room: EnrollmentRoom;
  let personId: string;
  let enrollmentId: string;
  beforeAll(async () => {
    room = await EnrollmentRoom.open();
    const edition = newId();
    // As an importer writes it: one of two lessons, and a quiz if you like.
    await room.db.rows(
      `INSERT INTO editions SELECT (jsonb_populate_record(e, jsonb_build_object('id', $1::uuid, 'number', 2, 'content_hash', 'x',
         'outline', jsonb_set(jsonb_set(e.outline, '{0,complete}', '"any"'), '{1,complete}', '"none"')))).*
       FROM editions e JOIN courses c ON c.current_edition_id = e.id WHERE c.slug = 'basics'`,
      [edition],
    );
    await room.db.rows(`UPDATE courses SET current_edition_id = $1 WHERE slug = 'basics'`, [edition]);
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    personId = await room.person();
    const given = { personId, sourceKind: 'test', sourceId: newId(), courseIds: [await room.courseId()] };
    await room.db.transaction((tx) => room.get(GrantAccess).grant(tx, given));
    enrollmentId = (await room.get(EnrollmentQueries).access(personId, 'basics'))!.enrollmentId;
  });

  const complete = (itemSlug: string, kind: 'lesson' | 'quiz' = 'lesson') =>
    room.db.transaction((tx) => room.get(CompleteItem).complete(tx, { enrollmentId, itemSlug, kind }));
  const withdraw = (itemSlug: string, kind: 'lesson' | 'quiz' = 'lesson') =>
    room.db.transaction((tx) =>
      room.get(WithdrawCompletion).withdraw(tx, { enrollmentId, itemSlug, kind, reason: 'a test', by: 'test' }),
    );
  const completedAt = async () => (await room.get(EnrollmentQueries).access(personId, 'basics'))!.completedAt;

  it('is complete with one of a group, once, and more changes nothing', async () => {
    await complete('basics-quiz', 'quiz');
    expect(await completedAt()).toBeNull();
    await complete('first');
    const at = await completedAt();
    expect(at).toBeInstanceOf(Date);
    await complete('second');
    expect(await completedAt()).toEqual(at);
    expect(await room.facts('course.completed', personId)).toHaveLength(1);
  });

  it('stays complete when something is taken back that it does not ask for, and is open again when it does', async () => {
    await complete('first');
    await complete('second');
    await complete('basics-quiz', 'quiz');
    await withdraw('basics-quiz', 'quiz');
    await withdraw('second');
    expect(await completedAt()).toBeInstanceOf(Date);
    expect(await room.facts('course.reopened', personId)).toEqual([]);
    await withdraw('first');
    expect(await completedAt()).toBeNull();
    await withdraw('first');
    expect(await room.facts('course.reopened', personId)).toHaveLength(1);
  });
});
