import { Licences, photograph } from '../../../test/fixtures/licences.js';
import { Sales } from '../../../test/fixtures/sales.js';
import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';
import { LicenceStanding } from '../licences/licence-standing.js';
import { DiscardPapers } from '../papers/discard-papers.js';
import { EnsurePerson } from '../../users/index.js';
import { ApproveLicence } from './approve-licence.js';
import { RefundTurnedAway } from './refund-turned-away.js';

const octets = { 'content-type': 'application/octet-stream' };
let app: TestApp;
let licences: Licences;
let [learner, learner2, examiner, admin]: Client[] = [];
const who = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  licences = new Licences(app);
  [learner, learner2, examiner, admin] = await Promise.all(
    ['learner', 'learner2', 'examiner', 'admin'].map((account) => app.signIn(account)),
  );
  for (const { email, id } of await app.db.rows<{ email: string; id: string }>('SELECT email, id FROM people'))
    who.set(email.split('@')[0]!, id);
}, 120_000);
afterAll(() => app.close());

const mailsAbout = (id: string) =>
  app.db.rows<{ kind: string }>('SELECT kind FROM mails WHERE dedupe_key LIKE $1 ORDER BY created_at', [
    `licence-%:${id}%`,
  ]);
const factsAbout = (id: string) =>
  app.db.rows<{ name: string }>(`SELECT name FROM facts WHERE data ->> 'licenceId' = $1 ORDER BY at, id`, [id]);
const review = (id: string, act: string) => `/api/review/licences/${id}/${act}`;

describe('a licence', () => {
  it('is entered, sent with a copy, taken, and approved: it stands, by fact and mail, and the copy goes', async () => {
    const id = await licences.waiting(learner!, 'CA 77-1', { npi: '1234567893' });
    expect(await licences.state(id)).toEqual({ status: 'waiting', kinds: ['entered', 'sent'], papers: 1 });
    const queue = await examiner!.get(`/api/review/licences`);
    expect(queue.body.find((each: { id: string }) => each.id === id)).toMatchObject({ round: 1, mine: false });
    const taken = await examiner!.post(review(id, 'claim'));
    expect(taken.body).toMatchObject({ id, npi: '1234567893', registry: { status: 'unknown' } });
    expect((await examiner!.post(review(id, 'approval'), { note: 'Agrees.' })).status).toBe(204);
    await app.get(DiscardPapers).execute();
    expect(await licences.state(id)).toEqual({ status: 'verified', kinds: ['entered', 'sent', 'approved'], papers: 0 });
    expect(await mailsAbout(id)).toEqual([{ kind: 'licence-verified' }]);
    expect(await factsAbout(id)).toEqual([{ name: 'licence.verified' }]);
    const [standing] = await app.get(LicenceStanding).of(who.get('learner')!, await now());
    expect(standing).toMatchObject({ id, profession: 'rn', jurisdiction: 'US-CA', npi: '1234567893' });
    const story = await learner!.get(`/api/licences/${id}`);
    expect(story.body.papers).toMatchObject([{ mediaType: 'image/jpeg', deletedAt: expect.any(String) as string }]);
  });

  it('is asked about, answered with another copy, and waits again as a new round', async () => {
    const id = await licences.taken(learner!, examiner!, 'CA 77-2');
    expect((await examiner!.post(review(id, 'question'), { reason: 'Which name?' })).status).toBe(204);
    expect(await mailsAbout(id)).toEqual([{ kind: 'licence-asked' }]);
    expect((await learner!.get(`/account/licences/${id}`)).text).toContain('Which name?');
    expect((await learner!.raw('POST', `/api/licences/${id}/papers`, await photograph(), octets)).status).toBe(204);
    expect((await learner!.post(`/api/licences/${id}/answer`, { answer: 'My maiden name.' })).status).toBe(204);
    const { body } = await admin!.post(review(id, 'claim'));
    expect(body.paperLinks).toHaveLength(2);
    expect((await admin!.post(review(id, 'refusal'), { reason: 'Another person.' })).status).toBe(204);
    const kinds = ['entered', 'sent', 'asked', 'sent', 'answered', 'refused'];
    expect(await licences.state(id)).toMatchObject({ status: 'refused', kinds });
    expect((await factsAbout(id)).map(({ name }) => name)).toEqual(['licence.refused']);
  });

  it('is withdrawn by its holder as long as nobody decided', async () => {
    const id = await licences.taken(learner!, examiner!, 'CA 77-3');
    expect((await learner!.delete(`/api/licences/${id}`)).status).toBe(204);
    expect(await examiner!.post(review(id, 'approval'), {})).toMatchObject({
      status: 409,
      body: { code: 'already_decided' },
    });
    expect(await learner!.delete(`/api/licences/${id}`)).toMatchObject({ status: 409, body: { code: 'not_now' } });
    await app.get(DiscardPapers).execute();
    expect(await licences.state(id)).toMatchObject({ status: 'withdrawn', papers: 0 });
  });

  it.each([
    ['profession_unknown', { profession: 'wizard' }, 422],
    ['licence_expired', { expiresOn: '2020-01-01' }, 422],
    ['malformed', { jurisdiction: 'US' }, 400],
    ['malformed', { npi: '1234567890' }, 400],
    ['malformed', { number: '--' }, 400],
    ['malformed', { holderName: 'A\u202eB' }, 400],
    ['malformed', { expiresOn: '2027-02-30' }, 400],
  ])('is refused as %s with %p', async (code, wrong, status) => {
    const data = { profession: 'rn', jurisdiction: 'US-CA', number: 'X 1', holderName: 'L', expiresOn: '2099-01-01' };
    expect(await learner!.post('/api/licences', { ...data, ...wrong })).toMatchObject({ status, body: { code } });
  });

  it('is entered once at a time, and comes back filled from the page when something is wrong', async () => {
    await licences.entered(learner!, 'twice 1');
    const fields = {
      profession: 'rn',
      jurisdiction: 'US-CA',
      number: 'TWICE-1',
      holderName: 'Lena',
      expiresOn: '2099-01-01',
    };
    const again = await learner!.form('/account/licences', { ...fields, npi: '' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('You have entered this licence already');
    expect(again.text).toContain('value="TWICE-1"');
    const npi = await learner!.form('/account/licences', { ...fields, number: 'other', npi: '123' });
    expect(npi.text).toContain('This is no NPI');
    expect(npi.text).toContain('An active NPI does not prove licensure');
  });

  it('stands for one person: a second holder of the number is not verified, a renewal takes its own place', async () => {
    const first = await licences.verified(learner!, examiner!, 'one holder');
    const other = await licences.taken(learner2!, examiner!, 'ONE-HOLDER');
    expect(await examiner!.post(review(other, 'approval'), {})).toMatchObject({
      status: 409,
      body: { code: 'licence_taken' },
    });
    expect(await licences.state(other)).toMatchObject({ status: 'waiting', kinds: ['entered', 'sent'] });
    const renewed = await licences.verified(learner!, examiner!, 'One Holder');
    expect(await licences.state(first)).toMatchObject({ status: 'replaced' });
    expect(await licences.state(renewed)).toMatchObject({ status: 'verified' });
  });

  it('that ran out while it waited is not approved', async () => {
    const id = await licences.taken(learner!, examiner!, 'ran out');
    await app.db.rows(`UPDATE licences SET expires_on = (now() AT TIME ZONE 'UTC')::date - 1 WHERE id = $1`, [id]);
    expect(await examiner!.post(review(id, 'approval'), {})).toMatchObject({
      status: 409,
      body: { code: 'licence_lapsed' },
    });
    await app.db.rows(`UPDATE licences SET expires_on = (now() AT TIME ZONE 'UTC')::date WHERE id = $1`, [id]);
    expect((await examiner!.post(review(id, 'approval'), {})).status).toBe(204);
  });
});

describe('each state of a licence', () => {
  const acts = {
    paper: async (id: string) => learner!.raw<any>('POST', `/api/licences/${id}/papers`, await photograph(), octets),
    answer: (id: string) => learner!.post(`/api/licences/${id}/answer`, { answer: 'a' }),
    withdraw: (id: string) => learner!.delete(`/api/licences/${id}`),
    approve: (id: string) => examiner!.post(review(id, 'approval'), {}),
    ask: (id: string) => examiner!.post(review(id, 'question'), { reason: 'r' }),
    refuse: (id: string) => examiner!.post(review(id, 'refusal'), { reason: 'r' }),
    claim: (id: string) => examiner!.post(review(id, 'claim')),
  };
  const reviewing = ['approve', 'ask', 'refuse', 'claim'];

  it.each([
    ['unsent', ['paper', 'withdraw']],
    ['waiting', ['withdraw', ...reviewing]],
    ['asked', ['paper', 'answer', 'withdraw']],
    ['verified', []],
    ['refused', []],
    ['lapsed', []],
    ['withdrawn', []],
    ['replaced', []],
  ])('allows exactly what it must: %s', async (status, allowed) => {
    for (const [act, run] of Object.entries(acts)) {
      const id = await licences.taken(learner!, examiner!, `${status} ${act}`);
      await app.db.rows(`UPDATE licences SET status = $2, checked_on = '2026-01-01' WHERE id = $1`, [id, status]);
      const before = await licences.state(id);
      const answer = await run(id);
      expect([act, answer.status < 300]).toEqual([act, allowed.includes(act)]);
      if (answer.status >= 300) {
        expect(answer).toMatchObject({
          status: 409,
          body: { code: reviewing.includes(act) ? 'already_decided' : 'not_now' },
        });
        expect(await licences.state(id)).toEqual(before);
      }
      await app.db.rows(`UPDATE licences SET status = 'refused' WHERE id = $1`, [id]);
    }
  });
});

describe('a review', () => {
  it('is never of one’s own licence', async () => {
    const id = await licences.waiting(examiner!, 'own');
    for (const [act, body] of [
      ['claim'],
      ['approval', {}],
      ['question', { reason: 'r' }],
      ['refusal', { reason: 'r' }],
    ] as const)
      expect(await examiner!.post(review(id, act), body)).toMatchObject({ status: 409, body: { code: 'own_licence' } });
    const { body } = await examiner!.get('/api/review/licences');
    expect(body.some((each: { id: string }) => each.id === id)).toBe(false);
    expect((await admin!.post(review(id, 'claim'))).status).toBe(200);
  });

  it('belongs to one reviewer until their time is over', async () => {
    const id = await licences.taken(learner!, examiner!, 'claimed');
    expect(await admin!.post(review(id, 'claim'))).toMatchObject({ status: 409, body: { code: 'claimed_by_another' } });
    expect(await admin!.post(review(id, 'approval'), {})).toMatchObject({ status: 409, body: { code: 'not_claimed' } });
    await app.db.rows(`UPDATE licence_claims SET until = now() - interval '1 second' WHERE licence_id = $1`, [id]);
    expect(await examiner!.post(review(id, 'approval'), {})).toMatchObject({
      status: 409,
      body: { code: 'not_claimed' },
    });
    expect((await admin!.post(review(id, 'claim'))).status).toBe(200);
  });

  it('ends in one decision, whatever twenty do at once', async () => {
    const id = await licences.taken(learner!, examiner!, 'twenty');
    const acts = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? examiner!.post(review(id, 'approval'), {}) : examiner!.post(review(id, 'refusal'), { reason: 'No.' }),
    );
    const codes = (await Promise.all(acts)).map(({ status, body }) => (body as { code?: string }).code ?? status);
    expect(codes.filter((code) => code === 204)).toHaveLength(1);
    expect(codes.filter((code) => code === 'already_decided')).toHaveLength(19);
    const { kinds } = await licences.state(id);
    expect(kinds.filter((kind) => kind === 'approved' || kind === 'refused')).toHaveLength(1);
    expect(await mailsAbout(id)).toHaveLength(1);
  });

  it('is decided once in a round by the database itself, and what was decided cannot be changed', async () => {
    const id = await licences.verified(learner!, examiner!, 'by index');
    const again = `INSERT INTO licence_events (id, licence_id, round, kind) VALUES (gen_random_uuid(), $1, 1, 'refused')`;
    await expect(app.db.rows(again, [id])).rejects.toThrow('uq_licence_events_decision');
    await expect(app.db.rows(`UPDATE licence_events SET note = 'x' WHERE licence_id = $1`, [id])).rejects.toThrow();
    const twice = app.get(ApproveLicence).execute({ licenceId: id, reviewerId: who.get('examiner')!, reason: '' });
    await expect(twice).rejects.toMatchObject({ code: 'already_decided' });
  });

  it('shows copy and data side by side on its page, and decides by its form', async () => {
    const id = await licences.waiting(learner!, 'by page');
    const shown = await examiner!.get(`/review/licences/${id}`);
    expect(shown.text).toMatch(/<img src="\/licence-papers\/[\w-]{43}"/);
    expect(shown.text).toContain('An active NPI does not prove licensure');
    const empty = await examiner!.form(`/review/licences/${id}`, { decision: 'refuse', reason: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Write what the learner has to know.');
    const done = await examiner!.form(`/review/licences/${id}`, { decision: 'ask', reason: 'Why?' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/review/licences?done=asked']);
    expect(await licences.state(id)).toMatchObject({ status: 'asked' });
  });
});

describe('a copy of a licence', () => {
  const linkTo = async (id: string, reviewer = examiner!) =>
    (await reviewer.post<{ paperLinks: { path: string }[] }>(review(id, 'claim'))).body.paperLinks[0]!.path;
  const openings = async (id: string) =>
    (
      await app.db.rows(
        'SELECT 1 FROM paper_openings o JOIN licence_papers p ON p.id = o.paper_id WHERE p.licence_id = $1',
        [id],
      )
    ).length;

  it('is stored unreadable, and opens for the one the link was made for, each time on record', async () => {
    const id = await licences.waiting(learner!, 'sealed');
    const stored = await app.db.row<{ sealed: Buffer }>('SELECT sealed FROM licence_papers WHERE licence_id = $1', [
      id,
    ]);
    expect(stored!.sealed.includes(Buffer.from('\xff\xd8\xff', 'latin1'))).toBe(false);
    const link = await linkTo(id);
    const opened = await examiner!.get(link);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
    await examiner!.get(link);
    expect(await openings(id)).toBe(2);
    for (const other of [admin!, learner!, await app.signIn('accountant')])
      expect((await other.get(link)).status).toBe(404);
    expect((await app.client().get(link)).status).toBe(303);
    expect(await openings(id)).toBe(2);
  });

  it('does not open after five minutes, nor after the decision', async () => {
    const id = await licences.waiting(learner!, 'short links');
    const link = await linkTo(id);
    await app.db.rows(
      `UPDATE paper_links SET until = until - interval '5 minutes'
       WHERE paper_id = (SELECT id FROM licence_papers WHERE licence_id = $1)`,
      [id],
    );
    expect((await examiner!.get(link)).status).toBe(404);
    const fresh = await linkTo(id);
    await examiner!.post(review(id, 'refusal'), { reason: 'No.' });
    await app.get(DiscardPapers).execute();
    expect((await examiner!.get(fresh)).status).toBe(404);
    expect(await openings(id)).toBe(0);
  });

  it.each([
    ['paper_type_refused', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['pdf_broken', Buffer.from('%PDF-1.7 and nothing')],
    ['paper_broken', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['file_too_large', Buffer.alloc(8_000_001)],
  ])('is refused as %s, and nothing is stored', async (code, bytes) => {
    const id = await licences.entered(learner!, `refused ${code}`);
    const refused = await learner!.raw('POST', `/api/licences/${id}/papers`, bytes, octets);
    expect(refused).toMatchObject({ status: 422, body: { code } });
    expect(await licences.state(id)).toMatchObject({ status: 'unsent', papers: 0 });
  });

  it('comes by the page’s form too, which says what is wrong at the field', async () => {
    const id = await licences.entered(learner!, 'by form');
    const send = async (bytes: Buffer) => {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(bytes)], 'licence.jpg'));
      const encoded = new Request('http://x', { method: 'POST', body: form });
      const type = { 'content-type': encoded.headers.get('content-type')!, accept: 'text/html' };
      return learner!.raw<string>(
        'POST',
        `/account/licences/${id}/paper`,
        Buffer.from(await encoded.arrayBuffer()),
        type,
      );
    };
    const refused = await send(Buffer.from('GIF89a'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Send a photograph as JPEG, PNG or WebP, or a PDF.');
    expect((await send(await photograph())).headers.get('location')).toBe(`/account/licences/${id}?done=sent`);
    expect((await send(await photograph())).status).toBe(422);
  });
});

describe('what one person may send', () => {
  it('is ten copies of a licence and twenty licences that wait', async () => {
    const sender = await newcomer();
    const id = await licences.taken(sender, examiner!, 'many copies');
    await examiner!.post(review(id, 'question'), { reason: 'Another copy?' });
    const copy = await photograph();
    const send = async () => (await sender.raw<any>('POST', `/api/licences/${id}/papers`, copy, octets)).status;
    for (let sent = 2; sent <= 10; sent += 1) expect(await send()).toBe(204);
    expect(await send()).toBe(409);
    for (let open = 2; open <= 20; open += 1) await licences.entered(sender, `many ${open}`);
    await expect(licences.entered(sender, 'one too many')).rejects.toThrow('too_many_licences');
  });
});

describe('another’s licence', () => {
  it('is as if it were not there', async () => {
    const id = await licences.waiting(learner!, 'not yours');
    expect((await learner2!.get(`/api/licences/${id}`)).status).toBe(404);
    expect((await learner2!.get(`/account/licences/${id}`)).status).toBe(404);
    expect((await learner2!.post(`/api/licences/${id}/answer`, { answer: 'x' })).status).toBe(404);
    expect((await learner2!.delete(`/api/licences/${id}`)).status).toBe(404);
    expect((await learner2!.raw('POST', `/api/licences/${id}/papers`, await photograph(), octets)).status).toBe(404);
    expect(await licences.state(id)).toMatchObject({ status: 'waiting', papers: 1 });
  });
});

describe('a person found not eligible', () => {
  it('gets back what they paid for what needs a licence, once, and nothing else', async () => {
    const sales = new Sales(app);
    const personId = who.get('learner2')!;
    const licensed = await sales.sold(['cosmetic-injector-certification'], personId);
    const plain = await sales.sold(['botulinum-toxin-for-pain'], personId);
    const id = await licences.taken(learner2!, examiner!, 'turned away');
    const refusal = { reason: 'Not a licensed profession.', isFinal: true };
    expect((await examiner!.post(review(id, 'refusal'), refusal)).status).toBe(204);
    const told = async () =>
      Promise.all(Array.from({ length: 5 }, () => app.get(RefundTurnedAway).execute({ data: { personId } })));
    await eventually(async () => {
      await told();
      expect((await sales.standing(licensed.number)).status).toBe('refunded');
    });
    await told();
    const refunds = await app.db.rows('SELECT cause FROM refunds WHERE order_id = $1', [licensed.orderId]);
    expect(refunds).toEqual([{ cause: 'ineligible' }]);
    expect((await sales.standing(plain.number)).status).toBe('paid');
    const [mail] = await app.db.rows<{ text: string }>(`SELECT text FROM mails WHERE dedupe_key = $1`, [
      `licence-refused:${id}`,
    ]);
    expect(mail!.text).toContain('goes back to you by itself');
  }, 30_000);

  it('who buys later is paid back as well', async () => {
    const sales = new Sales(app);
    const later = await sales.sold(['certification-exam'], who.get('learner2'));
    await eventually(async () => expect((await sales.standing(later.number)).status).toBe('refunded'));
  }, 30_000);

  it('is no longer one once a licence is verified, and nobody is who holds one', async () => {
    await licences.verified(learner2!, examiner!, 'after all');
    const standing = 'SELECT 1 FROM ineligibilities WHERE person_id = $1 AND ended_at IS NULL';
    expect(await app.db.rows(standing, [who.get('learner2')])).toEqual([]);
    const id = await licences.taken(learner2!, examiner!, 'a second one');
    const refusal = await examiner!.post(review(id, 'refusal'), { reason: 'r', isFinal: true });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'holds_licence' } });
    expect(await licences.state(id)).toMatchObject({ status: 'waiting' });
  });
});

/** Somebody who has no licences yet. */
async function newcomer(): Promise<Client> {
  const account = { name: 'New Comer', email: 'newcomer@example.test', password: 'a-long-passphrase-of-mine' };
  await app.get(EnsurePerson).execute({ ...account, roles: ['learner'] });
  return app.signIn(account.email, account.password);
}

async function now(): Promise<Date> {
  return (await app.db.row<{ now: Date }>('SELECT now() AS now'))!.now;
}
