import { Licences } from '../../../test/fixtures/licences.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { CloseUnanswered } from '../licences/close-unanswered.js';
import { LicenceStanding } from '../licences/licence-standing.js';
import { DiscardPapers } from '../papers/discard-papers.js';
import { LapseLicence } from './lapse-licence.js';
import { RecheckLicences } from './recheck-licences.js';
import { RemindHolders } from './remind-holders.js';

let app: TestApp;
let licences: Licences;
let learner: Client;
let examiner: Client;
let personId: string;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  licences = new Licences(app);
  [learner, examiner] = [await app.signIn('learner'), await app.signIn('examiner')];
  personId = (await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'learner@demo.glabella.test'`))!.id;
}, 120_000);
afterAll(() => app.close());

const mails = async (id: string) =>
  (
    await app.db.rows<{ key: string }>(
      `SELECT replace(dedupe_key, $1, '') AS key FROM mails WHERE dedupe_key LIKE '%' || $1 || '%' AND kind <> 'licence-verified'
       ORDER BY created_at, id`,
      [id],
    )
  ).map(({ key }) => key);
const facts = (id: string) =>
  app.db.rows<{ data: object }>(`SELECT data FROM facts WHERE name = 'licence.lapsed' AND data ->> 'licenceId' = $1`, [
    id,
  ]);
/** Sets the last day to so many days from today in UTC. */
const expiresIn = (id: string, days: number) =>
  app.db.rows(`UPDATE licences SET expires_on = (now() AT TIME ZONE 'UTC')::date + $2::int WHERE id = $1`, [id, days]);
const says = (number: string, isActive: boolean) =>
  app.db.rows(
    `INSERT INTO registry_records (profession, jurisdiction, number_key, holder_name, is_active)
     VALUES ('rn', 'US-CA', $1, 'Lena Marchetti', $2)
     ON CONFLICT ON CONSTRAINT pk_registry_records DO UPDATE SET is_active = excluded.is_active`,
    [number, isActive],
  );
const night = () => app.get(RecheckLicences).execute();
const standing = async (at: string) =>
  (await app.get(LicenceStanding).of(personId, new Date(at))).map(({ number }) => number);

describe('the nightly look at licences', () => {
  it('leaves one alone on its last day, and lapses it on the next, once, with fact and mail', async () => {
    const id = await licences.verified(learner, examiner, 'LAST 1');
    await expiresIn(id, 0);
    await night();
    expect(await licences.state(id)).toMatchObject({ status: 'verified' });
    await expiresIn(id, -1);
    await Promise.all([night(), night(), night()]);
    expect(await licences.state(id)).toMatchObject({
      status: 'lapsed',
      kinds: ['entered', 'sent', 'approved', 'lapsed'],
    });
    expect(await facts(id)).toEqual([{ data: { personId, licenceId: id, reason: 'expired' } }]);
    expect(await mails(id)).toEqual(['licence-lapsed:']);
  });

  it('lapses one that the register calls inactive, and only remembers the day when it is active', async () => {
    const id = await licences.verified(learner, examiner, 'REG 1');
    await app.db.rows(`UPDATE licences SET checked_on = '2020-01-01' WHERE id = $1`, [id]);
    await night();
    const checkedOn = async () => (await learner.get(`/api/licences/${id}`)).body.checkedOn as string;
    expect(await checkedOn()).toBe('2020-01-01');
    await says('REG1', true);
    await night();
    expect(await checkedOn()).not.toBe('2020-01-01');
    expect(await licences.state(id)).toMatchObject({ status: 'verified' });
    await says('REG1', false);
    await night();
    expect(await facts(id)).toEqual([{ data: { personId, licenceId: id, reason: 'inactive' } }]);
    const story = (await learner.get(`/account/licences/${id}`)).text;
    expect(story).toContain('The register says that it is not active.');
    const renewed = await licences.verified(learner, examiner, 'REG 1');
    expect(await licences.state(renewed)).toMatchObject({ status: 'verified' });
  });

  it('does nothing to a licence that does not stand, nor to one whose date says otherwise', async () => {
    const id = await licences.waiting(learner, 'WAITS 1');
    await app.get(LapseLicence).execute(id, 'inactive');
    expect(await licences.state(id)).toMatchObject({ status: 'waiting' });
    const stands = await licences.verified(learner, examiner, 'STANDS 1');
    await app.get(LapseLicence).execute(stands, 'expired');
    expect(await licences.state(stands)).toMatchObject({ status: 'verified' });
  });
});

describe('the standing of a licence', () => {
  it('ends with its last day in UTC, to the second, also before the night has looked', async () => {
    const id = await licences.verified(learner, examiner, 'DAY 1');
    await app.db.rows(`UPDATE licences SET expires_on = '2031-03-01' WHERE id = $1`, [id]);
    expect(await standing('2031-03-01T23:59:59.999Z')).toContain('DAY 1');
    expect(await standing('2031-03-02T00:00:00Z')).not.toContain('DAY 1');
    expect(await standing('2031-03-01T16:00:00-08:00')).not.toContain('DAY 1');
  });
});

describe('a question that nobody answers', () => {
  it('ends after 60 days as withdrawn, with a mail and without its copies, and not a day before', async () => {
    const id = await licences.taken(learner, examiner, 'QUIET 1');
    await examiner.post(`/api/review/licences/${id}/question`, { reason: 'Which name?' });
    const waitsFor = (days: number) =>
      app.db.transaction(async (tx) => {
        await tx.rows('SET LOCAL session_replication_role = replica');
        await tx.rows(`UPDATE licence_events SET at = now() - make_interval(days => $2) WHERE licence_id = $1`, [
          id,
          days,
        ]);
      });
    const close = () => app.get(CloseUnanswered).execute();
    await waitsFor(59);
    await close();
    expect(await licences.state(id)).toMatchObject({ status: 'asked', papers: 1 });
    await waitsFor(61);
    await Promise.all([close(), close()]);
    await app.get(DiscardPapers).execute();
    expect(await licences.state(id)).toMatchObject({ status: 'withdrawn', papers: 0 });
    expect(await mails(id)).toEqual(['licence-asked::1', 'licence-unanswered:']);
  });
});

describe('reminders', () => {
  const remind = () => app.get(RemindHolders).execute();

  it('come 60, 30 and 7 days before the last day, each once', async () => {
    const id = await licences.verified(learner, examiner, 'SOON 1');
    const told: string[][] = [];
    for (const days of [61, 60, 45, 30, 8, 7, 0, -1]) {
      await expiresIn(id, days);
      await Promise.all([remind(), remind()]);
      told.push(await mails(id));
    }
    const [sixty, thirty, seven] = ['licence-expiring::60', 'licence-expiring::30', 'licence-expiring::7'];
    expect(told.map((keys) => keys.length)).toEqual([0, 1, 1, 2, 2, 3, 3, 3]);
    expect(told.at(-1)).toEqual([sixty, thirty, seven]);
  });

  it('catch up after missed nights with the nearest alone, and are silent once the renewal waits', async () => {
    const id = await licences.verified(learner, examiner, 'LATE 1');
    await expiresIn(id, 5);
    await remind();
    expect(await mails(id)).toEqual(['licence-expiring::7']);
    const other = await licences.verified(learner, examiner, 'RENEWS 1');
    await licences.waiting(learner, 'RENEWS 1');
    await expiresIn(other, 5);
    await remind();
    expect(await mails(other)).toEqual([]);
  });
});
