import { EnrollmentRoom } from '../../../test/fixtures/enrollment-room.js';
import { linkTo, mailsTo, openSeats } from '../../../test/fixtures/seats.js';
import { EarnedCertificatesModule } from '../../certificates/index.js';
import { newId } from '../../shared/index.js';
import { EnrollmentQueries, GrantAccess } from '../../enrollment/index.js';
import { AcceptSeat } from '../invitations/accept-seat.js';
import { SeatQueries, SeatsModule, SuspendSeats, WithdrawSeats } from '../index.js';

describe('the seats of an order line', () => {
  let room: EnrollmentRoom;
  const at = new Date('2026-12-01T00:00:00Z');
  beforeAll(async () => (room = await EnrollmentRoom.open(SeatsModule, EarnedCertificatesModule)));
  afterAll(() => room.close());

  /** A gift that was accepted. */
  const given = async (options: { courseSlugs?: string[]; expiresAfterDays?: number } = {}) => {
    const [ownerId, person, email] = [await room.person('Giver'), await room.person('Taker'), `${newId()}@example.org`];
    const sourceId = await openSeats(room, {
      kind: 'gift',
      ownerId,
      recipient: { name: 'Taker', email, message: 'Well done.' },
      ...options,
    });
    const token = await linkTo(room.db, email);
    await room.get(AcceptSeat).execute(person, token);
    const holder = await room.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [person]);
    return { sourceId, person, token, email, personEmail: holder!.email };
  };
  const open = (personId: string) => room.get(EnrollmentQueries).ownedCourseIds(personId);
  const effects = (sourceId: string) => room.get(SeatQueries).effects(sourceId);
  const withdraw = (sourceId: string, courseIds?: string[], reason = 'refund:1') =>
    room.db.transaction((tx) => room.get(WithdrawSeats).withdraw(tx, { sourceId, courseIds, reason, at }));
  const reopen = (sourceId: string, reason = 'refund:1') =>
    room.db.transaction((tx) => room.get(WithdrawSeats).reopen(tx, { sourceId, reason }));

  it('are opened once, however often the order is settled', async () => {
    const [ownerId, sourceId, email] = [await room.person(), newId(), `${newId()}@example.org`];
    const gift = { kind: 'gift', ownerId, sourceId, recipient: { name: 'A', email, message: '' } } as const;
    await openSeats(room, gift);
    await openSeats(room, gift);
    expect(await effects(sourceId)).toEqual({ seats: 1, assigned: 1, begun: 0, people: [] });
    expect(await mailsTo(room.db, email)).toHaveLength(1);
  });

  it('cannot be more than were bought: the database refuses', async () => {
    const sourceId = await openSeats(room, { kind: 'gift', ownerId: await room.person() });
    const more = room.db.rows(
      `INSERT INTO seats (id, lot_id, quantity, number) SELECT $1, id, quantity, 2 FROM seat_lots WHERE source_id = $2`,
      [newId(), sourceId],
    );
    await expect(more).rejects.toThrow('ck_seats_number');
    const other = room.db.rows(
      `INSERT INTO seats (id, lot_id, quantity, number) SELECT $1, id, 2, 2 FROM seat_lots WHERE source_id = $2`,
      [newId(), sourceId],
    );
    await expect(other).rejects.toThrow('fk_seats_lot');
  });

  it('give access once they are accepted, and show how far it was used', async () => {
    const { sourceId, person } = await given();
    expect(await open(person)).toHaveLength(2);
    expect(await effects(sourceId)).toMatchObject({
      assigned: 1,
      begun: 0,
      people: [{ name: 'Taker', courses: [{ progressPercent: 0 }, { progressPercent: 0 }] }],
    });
  });

  it('keep the time they were sold for, from the day they are accepted', async () => {
    const { person } = await given({ expiresAfterDays: 30 });
    const grants = await room.db.rows<{ days: number }>(
      `SELECT round(extract(epoch FROM g.expires_at - now()) / 86400)::int AS days
       FROM grants g JOIN enrollments e ON e.id = g.enrollment_id WHERE e.person_id = $1`,
      [person],
    );
    expect(grants.map(({ days }) => days)).toEqual([30, 30]);
  });

  it('take back what was refunded of them, tell the holder once, and give it again when the refund failed', async () => {
    const { sourceId, person, personEmail } = await given();
    await withdraw(sourceId);
    await withdraw(sourceId);
    expect(await open(person)).toEqual([]);
    expect(await effects(sourceId)).toEqual({ seats: 0, assigned: 0, begun: 0, people: [] });
    const mails = await mailsTo(room.db, personEmail);
    expect(mails.map(({ kind }) => kind)).toEqual(['seat-withdrawn']);
    expect(mails[0]!.text).toContain('because the gift of Giver was paid back');
    await reopen(sourceId, 'refund:other');
    expect(await open(person)).toEqual([]);
    await reopen(sourceId);
    await reopen(sourceId);
    expect(await open(person)).toHaveLength(2);
    await withdraw(sourceId);
    expect(await open(person)).toEqual([]);
  });

  it('take back one course and leave the other; with the last one nothing is left', async () => {
    const { sourceId, person } = await given();
    const [first, second] = await open(person);
    await withdraw(sourceId, [first!]);
    expect(await open(person)).toEqual([second]);
    expect((await effects(sourceId)).seats).toBe(1);
    await withdraw(sourceId, [second!], 'refund:2');
    expect((await effects(sourceId)).seats).toBe(0);
    await reopen(sourceId, 'refund:2');
    expect(await open(person)).toEqual([second]);
  });

  it('leave what another source gives', async () => {
    const { sourceId, person } = await given({ courseSlugs: ['basics'] });
    const courseIds = [await room.courseId('basics')];
    await room.db.transaction((tx) =>
      room.get(GrantAccess).grant(tx, { personId: person, sourceKind: 'order_line', sourceId: newId(), courseIds }),
    );
    await withdraw(sourceId);
    expect(await open(person)).toEqual(courseIds);
  });

  it('withdrawn before they were accepted, cannot be accepted until they are there again', async () => {
    const [ownerId, person, email] = [await room.person(), await room.person(), `${newId()}@example.org`];
    const sourceId = await openSeats(room, { kind: 'gift', ownerId, recipient: { name: '', email, message: '' } });
    const token = await linkTo(room.db, email);
    await withdraw(sourceId);
    await expect(room.get(AcceptSeat).execute(person, token)).rejects.toMatchObject({ code: 'seat_withdrawn' });
    await reopen(sourceId);
    await room.get(AcceptSeat).execute(person, token);
    expect(await open(person)).toHaveLength(2);
  });

  it('pause and return for each cause by itself, and cannot be accepted meanwhile', async () => {
    const pause = (sourceId: string, how: 'suspend' | 'restore', cause: string) =>
      room.db.transaction((tx) => room.get(SuspendSeats)[how](tx, { sourceId, cause }));
    const { sourceId, person } = await given();
    await pause(sourceId, 'suspend', 'dispute');
    await pause(sourceId, 'suspend', 'dispute');
    await pause(sourceId, 'suspend', 'missed_payment');
    await pause(sourceId, 'restore', 'dispute');
    expect(await open(person)).toEqual([]);
    await pause(sourceId, 'restore', 'missed_payment');
    expect(await open(person)).toHaveLength(2);

    const email = `${newId()}@example.org`;
    const waiting = await openSeats(room, {
      kind: 'gift',
      ownerId: await room.person(),
      recipient: { name: '', email, message: '' },
    });
    await pause(waiting, 'suspend', 'dispute');
    const token = await linkTo(room.db, email);
    const other = await room.person();
    await expect(room.get(AcceptSeat).execute(other, token)).rejects.toMatchObject({ code: 'seat_paused' });
    await pause(waiting, 'restore', 'dispute');
    await room.get(AcceptSeat).execute(other, token);
    expect(await open(other)).toHaveLength(2);
  });

  it('of an order line that has none are none', async () => {
    await withdraw(newId());
    await reopen(newId());
    expect(await effects(newId())).toEqual({ seats: 0, assigned: 0, begun: 0, people: [] });
  });
});
