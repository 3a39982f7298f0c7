import { EnrollmentRoom } from '../../../test/fixtures/enrollment-room.js';
import { CompleteItem } from '../complete-item.js';
import { EndAccess } from '../access/end-access.js';
import { GrantAccess } from '../access/grant-access.js';
import { RestoreAccess } from '../access/restore-access.js';
import { StudyLesson } from '../study-lesson.js';
import { SuspendAccess } from '../access/suspend-access.js';
import { RemindLearners } from './remind-learners.js';
import { eventually } from '../../../test/support/index.js';

let room: EnrollmentRoom;
let courses: { basics: string; further: string };
beforeAll(async () => {
  room = await EnrollmentRoom.open();
  courses = { basics: await room.courseId(), further: await room.courseId('further') };
}, 60_000);
afterAll(() => room.close());

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

/** Somebody with a confirmed address who got these courses so many days ago. */
async function learner({ ago = 0, expiresIn, only }: { ago?: number; expiresIn?: number; only?: 'basics' } = {}) {
  const personId = await room.person('Ada');
  await room.db.rows('UPDATE people SET confirmed_at = now() WHERE id = $1', [personId]);
  const courseIds = only ? [courses[only]] : [courses.basics, courses.further];
  const source = { sourceKind: 'order-line', sourceId: personId };
  await room.db.transaction((tx) =>
    room.get(GrantAccess).grant(tx, {
      ...{ personId, ...source, courseIds },
      expiresAt: expiresIn === undefined ? null : days(expiresIn),
    }),
  );
  await room.db.rows(`UPDATE grants SET granted_at = now() - make_interval(days => $2) WHERE source_id = $1`, [
    personId,
    ago,
  ]);
  return { personId, source };
}
async function looked(personId: string, ago: number, course = courses.basics): Promise<void> {
  await room.db.rows(
    `INSERT INTO progress (enrollment_id, item_slug, kind, first_viewed_at)
     SELECT id, 'first', 'lesson', now() - make_interval(days => $3) FROM enrollments WHERE person_id = $1 AND course_id = $2`,
    [personId, course, ago],
  );
}
const remind = () => room.get(RemindLearners).execute();
async function told(personId: string): Promise<string[]> {
  await remind();
  return written(personId);
}
async function written(personId: string): Promise<string[]> {
  const rows = await room.db.rows<{ said: string }>(
    `SELECT kind || ': ' || subject || coalesce(' (' || withheld_why || ')', '') AS said
     FROM mails WHERE to_email = $1 || '@example.org' ORDER BY created_at, id`,
    [personId],
  );
  return rows.map(({ said }) => said);
}

describe('a learner who has not begun', () => {
  it('is told once, three days after, of one course and not of each that was bought', async () => {
    const early = await learner({ ago: 2 });
    const late = await learner({ ago: 4 });
    expect(await told(early.personId)).toEqual([]);
    expect(await told(late.personId)).toEqual([expect.stringMatching(/^study-begin: Begin with /)]);
    expect(await told(late.personId)).toHaveLength(1);
  });

  it('is not told when that is long ago, when the address is not confirmed, or when the course ends tomorrow', async () => {
    const old = await learner({ ago: 20 });
    const unconfirmed = await learner({ ago: 4 });
    await room.db.rows('UPDATE people SET confirmed_at = NULL WHERE id = $1', [unconfirmed.personId]);
    const ending = await learner({ ago: 4, expiresIn: 1 });
    await remind();
    expect(await written(old.personId)).toEqual([]);
    expect(await written(unconfirmed.personId)).toEqual([]);
    expect(await written(ending.personId)).toEqual([expect.stringMatching(/^access-ending/)]);
  });

  it('is not told once a lesson was opened before the mail has left', async () => {
    const { personId } = await learner({ ago: 4, only: 'basics' });
    expect(await told(personId)).toHaveLength(1);
    const [slug] = await room.db.rows<{ slug: string }>(
      `SELECT slug FROM lessons WHERE edition_id = (SELECT current_edition_id FROM courses WHERE slug = 'basics') LIMIT 1`,
    );
    await room.get(StudyLesson).execute(personId, 'basics', slug!.slug);
    await eventually(async () => expect(await written(personId)).toEqual([expect.stringMatching(/ \(over\)$/)]));
  });
});

describe('a learner who paused', () => {
  it.each([
    [13, []],
    [15, ['study-idle-14: Go on with Basics']],
    [44, ['study-idle-14: Go on with Basics']],
    [46, ['study-idle-45: Go on with Basics']],
    [91, []],
  ])('for %i days is told %j', async (ago, said) => {
    const { personId } = await learner({ ago: 100 });
    await looked(personId, ago);
    expect(await told(personId)).toEqual(said.map((text) => text.replace('Basics', titles.basics)));
  });

  it('in one course while studying another is left alone', async () => {
    const { personId } = await learner({ ago: 60 });
    await looked(personId, 30);
    await looked(personId, 1, courses.further);
    expect(await told(personId)).toEqual([]);
  });

  it('is told again only after another pause', async () => {
    const { personId } = await learner({ ago: 60 });
    await looked(personId, 20);
    expect(await told(personId)).toHaveLength(1);
    await looked(personId, 15, courses.further);
    expect(await told(personId)).toHaveLength(2);
    expect(await told(personId)).toHaveLength(2);
  });
});

describe('a learner whose access ends', () => {
  it('is told of all courses of a day in one mail, within 14 days and within 3', async () => {
    const { personId } = await learner({ expiresIn: 10 });
    expect(await told(personId)).toEqual(['access-ending: Your access to 2 courses ends soon']);
    const mail = await room.db.row<{ text: string }>(`SELECT text FROM mails WHERE to_email = $1 || '@example.org'`, [
      personId,
    ]);
    for (const title of Object.values(titles)) expect(mail!.text).toContain(`- ${title}`);
    await room.db.rows(`UPDATE grants SET expires_at = expires_at - interval '8 days' WHERE source_id = $1`, [
      personId,
    ]);
    expect(await told(personId)).toHaveLength(2);
    expect(await told(personId)).toHaveLength(2);
  });

  it('is not told of what is complete, of what something else keeps open, and of what does not end', async () => {
    const complete = await learner({ expiresIn: 10 });
    await room.db.rows('UPDATE enrollments SET completed_at = now() WHERE person_id = $1', [complete.personId]);
    const kept = await learner({ expiresIn: 10 });
    const other = { sourceKind: 'order-line', sourceId: `other-${kept.personId}` };
    await room.db.transaction((tx) =>
      room
        .get(GrantAccess)
        .grant(tx, { personId: kept.personId, ...other, courseIds: Object.values(courses), expiresAt: null }),
    );
    const endless = await learner();
    await remind();
    for (const { personId } of [complete, kept, endless]) expect(await written(personId)).toEqual([]);
  });
});

describe('reminders that have not left', () => {
  it('go in the transaction in which access ends, and come back if it does not commit', async () => {
    const { personId, source } = await learner({ ago: 4, expiresIn: 10 });
    expect(await told(personId)).toHaveLength(2);
    const ending = { ...source, reason: 'refund', at: new Date() };
    await room.db
      .transaction(async (tx) => {
        await room.get(EndAccess).end(tx, ending);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect((await written(personId)).join()).not.toContain('(over)');
    await room.db.transaction((tx) => room.get(EndAccess).end(tx, ending));
    expect(await written(personId)).toEqual([expect.stringMatching(/\(over\)$/), expect.stringMatching(/\(over\)$/)]);
    expect(await told(personId)).toHaveLength(2);
  });

  it('go with a pause, and nothing is written while it lasts', async () => {
    const { personId, source } = await learner({ ago: 4, expiresIn: 10 });
    const pause = { ...source, cause: 'dispute' };
    await room.db.transaction((tx) => room.get(SuspendAccess).suspend(tx, pause));
    expect(await told(personId)).toEqual([]);
    await room.db.transaction((tx) => room.get(RestoreAccess).restore(tx, pause));
    expect(await told(personId)).toHaveLength(2);
  });

  it('go with what is completed, and what still ends is said anew', async () => {
    const { personId } = await learner({ expiresIn: 10 });
    expect(await told(personId)).toEqual(['access-ending: Your access to 2 courses ends soon']);
    const enrollment = await room.db.row<{ id: string; items: { slug: string; kind: 'lesson' | 'quiz' }[] }>(
      `SELECT e.id, (SELECT jsonb_agg(item) FROM jsonb_array_elements(ed.outline) AS m, jsonb_array_elements(m -> 'items') AS item) AS items
       FROM enrollments e JOIN editions ed ON ed.id = e.edition_id WHERE e.person_id = $1 AND e.course_id = $2`,
      [personId, courses.basics],
    );
    for (const { slug, kind } of enrollment!.items)
      await room.db.transaction((tx) =>
        room.get(CompleteItem).complete(tx, { enrollmentId: enrollment!.id, itemSlug: slug, kind }),
      );
    expect(await told(personId)).toEqual([
      'access-ending: Your access to 2 courses ends soon (over)',
      `access-ending: Your access to ${titles.further} ends soon`,
    ]);
  });
});

let titles: { basics: string; further: string };
beforeAll(async () => {
  const rows = await room.db.rows<{ title: string }>(
    `SELECT ed.title FROM courses c JOIN editions ed ON ed.id = c.current_edition_id
     WHERE c.slug IN ('basics', 'further') ORDER BY c.slug`,
  );
  titles = { basics: rows[0]!.title, further: rows[1]!.title };
});
