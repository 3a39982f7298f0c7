import { newId } from '../../shared/index.js';
import { EnrollmentRoom } from '../../../test/fixtures/enrollment-room.js';
import { EndAccess } from './end-access.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { GrantAccess } from './grant-access.js';
import { ReopenAccess } from './reopen-access.js';
import { RestoreAccess } from './restore-access.js';
import { SuspendAccess } from './suspend-access.js';

describe('access that pauses, returns and runs out', () => {
  let room: EnrollmentRoom;
  let course: string;
  const at = new Date('2026-12-01T00:00:00Z');
  const sourceKind = 'order_line';
  beforeAll(async () => {
    room = await EnrollmentRoom.open();
    course = await room.courseId('basics');
  });
  afterAll(() => room.close());

  const give = async (sourceId: string, personId: string, expiresAt?: Date) => {
    await room.db.transaction((tx) =>
      room.get(GrantAccess).grant(tx, { personId, sourceKind, sourceId, courseIds: [course], expiresAt }),
    );
  };
  const suspend = (sourceId: string, cause: string) =>
    room.db.transaction((tx) => room.get(SuspendAccess).suspend(tx, { sourceKind, sourceId, cause }));
  const restore = (sourceId: string, cause: string) =>
    room.db.transaction((tx) => room.get(RestoreAccess).restore(tx, { sourceKind, sourceId, cause }));
  const end = (sourceId: string, reason: string) =>
    room.db.transaction((tx) => room.get(EndAccess).end(tx, { sourceKind, sourceId, reason, at }));
  const reopen = (sourceId: string, reason: string) =>
    room.db.transaction((tx) => room.get(ReopenAccess).reopen(tx, { sourceKind, sourceId, reason }));
  const open = async (personId: string) => (await room.get(EnrollmentQueries).ownedCourseIds(personId)).length === 1;

  it('pauses for each cause by itself, and returns when the last one is lifted', async () => {
    const [person, source] = [await room.person(), newId()];
    await give(source, person);
    expect(await suspend(source, 'dispute')).toHaveLength(1);
    expect(await suspend(source, 'dispute')).toEqual([]);
    await suspend(source, 'missed_payment');
    expect(await open(person)).toBe(false);
    expect(await room.get(EnrollmentQueries).paused(person)).toMatchObject([
      { courseId: course, causes: ['dispute', 'missed_payment'], bySeat: false },
    ]);
    expect(await restore(source, 'dispute')).toEqual([]);
    expect(await open(person)).toBe(false);
    expect(await restore(source, 'missed_payment')).toHaveLength(1);
    expect(await open(person)).toBe(true);
    expect(await room.facts('enrollment.suspended', person)).toHaveLength(1);
    expect(await room.facts('enrollment.restored', person)).toHaveLength(1);
  });

  it('stays open while another source gives the course', async () => {
    const [person, paused, other] = [await room.person(), newId(), newId()];
    await give(paused, person);
    await give(other, person);
    expect(await suspend(paused, 'dispute')).toEqual([]);
    expect(await room.get(EnrollmentQueries).paused(person)).toEqual([]);
    expect(await open(person)).toBe(true);
  });

  it('comes back after an end that turned out not to be one, and only for that reason', async () => {
    const [person, source] = [await room.person(), newId()];
    await give(source, person);
    await end(source, 'refund:1');
    expect(await reopen(source, 'refund:2')).toEqual([]);
    expect(await open(person)).toBe(false);
    expect(await reopen(source, 'refund:1')).toHaveLength(1);
    expect(await open(person)).toBe(true);
  });

  it('runs out at its instant', async () => {
    const person = await room.person();
    await give(newId(), person, new Date('2020-01-01T00:00:00Z'));
    expect(await open(person)).toBe(false);
    await give(newId(), person, new Date('2099-01-01T00:00:00Z'));
    expect(await open(person)).toBe(true);
  });

  it('begins in the edition that was promised, although a newer one is current', async () => {
    const person = await room.person();
    const first = await room.db.row<{ id: string }>('SELECT id FROM editions WHERE course_id = $1', [course]);
    await room.db.rows(
      `WITH next AS (
         INSERT INTO editions SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'number', 2))).*
         FROM editions e WHERE e.id = $1 RETURNING id, course_id)
       UPDATE courses c SET current_edition_id = next.id FROM next WHERE c.id = next.course_id`,
      [first!.id],
    );
    await room.db.transaction((tx) =>
      room.get(GrantAccess).grant(tx, {
        personId: person,
        sourceKind,
        sourceId: newId(),
        courseIds: [course],
        editions: { [course]: first!.id },
      }),
    );
    const kept = await room.db.row('SELECT edition_id AS id FROM enrollments WHERE person_id = $1', [person]);
    expect(kept).toEqual({ id: first!.id });
  });
});
