import { applied, certified } from '../../../test/fixtures/candidate.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';

const readers = ['anonymous', 'holder', 'learner2', 'author', 'examiner', 'admin', 'accountant', 'preceptor'] as const;
type Reader = (typeof readers)[number];

interface Held {
  personId: string;
  email: string;
  /** Of the certificate, or of the application where there is none yet. */
  about: string;
}

interface Transition {
  what: string;
  /** What it starts from. */
  from: 'application' | 'certificate' | 'suspended' | 'revoked' | 'case';
  path: (about: string) => string;
  body?: object;
  allowed: readonly Reader[];
  /** Kinds of mail the holder gets; to the one who acted, where that is somebody else, none. */
  mails: string[];
}

const reason = 'For the record';
const admin = (verb: string) => (number: string) => `/api/admin/certificates/${number}/${verb}`;
const desk = ['examiner', 'admin'] as const;
const transitions: Transition[] = [
  {
    ...{ what: 'granting', from: 'application', path: (id) => `/api/examiners/applications/${id}/decision` },
    ...{ body: { verdict: 'grant', reason }, allowed: desk, mails: [] },
  },
  {
    ...{ what: 'refusing', from: 'application', path: (id) => `/api/examiners/applications/${id}/decision` },
    ...{ body: { verdict: 'refuse', reason }, allowed: desk, mails: ['application-refused'] },
  },
  {
    ...{
      what: 'withdrawing an application',
      from: 'application',
      allowed: ['holder'],
      mails: ['application-withdrawn'],
    },
    path: () => '/api/certifications/cosmetic-injector/withdrawal',
  },
  {
    ...{ what: 'suspending', from: 'certificate', path: admin('suspension') },
    ...{ body: { cause: 'safety', reason }, allowed: ['admin'], mails: ['certificate-suspended'] },
  },
  {
    ...{ what: 'reinstating', from: 'suspended', path: admin('reinstatement') },
    ...{ body: { cause: 'safety', reason }, allowed: ['admin'], mails: ['certificate-reinstated'] },
  },
  {
    ...{ what: 'correcting the name', from: 'certificate', path: admin('correction') },
    ...{ body: { kind: 'name', name: 'Other Name', reason }, allowed: ['admin'], mails: ['certificate-reissued'] },
  },
  {
    ...{ what: 'reducing the scope', from: 'certificate', path: admin('correction') },
    body: { kind: 'scope', procedures: ['lip-filler'], reason },
    ...{ allowed: ['admin'], mails: ['certificate-reissued'] },
  },
  {
    ...{ what: 'revoking', from: 'certificate', path: admin('revocation') },
    ...{ body: { reason }, allowed: ['admin'], mails: ['certificate-revoked'] },
  },
  {
    ...{ what: 'giving back', from: 'certificate', path: (number) => `/api/certificates/${number}/surrender` },
    ...{ body: { sure: 'yes' }, allowed: ['holder'], mails: ['certificate-revoked'] },
  },
  {
    ...{ what: 'asking for another name', from: 'certificate', path: (number) => `/api/cases/names/${number}` },
    ...{ body: { wanted: 'Other Name', text: reason }, allowed: ['holder'], mails: ['case-received'] },
  },
  {
    ...{ what: 'appealing against a suspension', from: 'suspended', body: { text: reason } },
    path: (number) => `/api/cases/appeals/certificates/${number}`,
    ...{ allowed: ['holder'], mails: ['case-received'] },
  },
  {
    ...{ what: 'appealing against a revocation', from: 'revoked', body: { text: reason } },
    path: (number) => `/api/cases/appeals/certificates/${number}`,
    ...{ allowed: ['holder'], mails: ['case-received'] },
  },
  {
    ...{ what: 'complaining', from: 'certificate', path: (number) => `/api/cases/complaints/${number}` },
    // The holder may write one too; it goes to the same people.
    ...{ body: { text: reason }, allowed: readers, mails: [] },
  },
  {
    ...{ what: 'answering a case', from: 'case', path: (id) => `/api/examiners/cases/${id}/decision` },
    ...{ body: { outcome: 'dismissed', answer: reason }, allowed: desk, mails: ['case-answered'] },
  },
];

describe('what becomes of a certification, by each role', () => {
  let app: TestApp;
  const clients = new Map<Reader, Client>();
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    for (const reader of readers)
      if (reader !== 'holder') clients.set(reader, reader === 'anonymous' ? app.client() : await app.signIn(reader));
  }, 120_000);
  afterAll(() => app.close());

  async function start(from: Transition['from']): Promise<Held & { client: Client }> {
    const personId = newId();
    const email = `${personId}@example.test`;
    await app.db.rows(
      `INSERT INTO people (id, email, name, password_hash, confirmed_at)
       SELECT $1, $2, 'Hanna Holder', password_hash, now() FROM people WHERE email = 'learner@demo.glabella.test'`,
      [personId, email],
    );
    await app.db.rows(`INSERT INTO person_roles (person_id, role) VALUES ($1, 'learner') ON CONFLICT DO NOTHING`, [
      personId,
    ]);
    const client = await app.signIn(email);
    const about = from === 'application' ? await applied(app, personId) : await certified(app, personId);
    const by = (await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email LIKE 'author@%'`))!.id;
    if (from === 'suspended' || from === 'case')
      await app.get(SuspendCertificate).execute({ number: about, cause: 'safety', reason, by });
    if (from === 'revoked') await app.get(RevokeCertificate).execute({ number: about, reason, by });
    if (from !== 'case') return { personId, email, about, client };
    const { body } = await client.post<{ id: string }>(`/api/cases/appeals/certificates/${about}`, { text: reason });
    return { personId, email, about: body.id, client };
  }

  const left = ({ personId, email }: Held) =>
    app.db.row<{ mails: string[] }>(
      `SELECT (SELECT jsonb_agg(to_jsonb(s) - 'suspended_at' ORDER BY c.id) FROM certificates c
           JOIN certificate_standing s ON s.certificate_id = c.id WHERE c.person_id = $1) AS standing,
         (SELECT jsonb_agg(status ORDER BY id) FROM applications WHERE person_id = $1) AS applications,
         (SELECT count(*) FROM application_decisions d JOIN applications a ON a.id = d.application_id
          WHERE a.person_id = $1) AS decisions,
         (SELECT jsonb_agg(to_jsonb(k) ORDER BY k.id) FROM certificate_cases k JOIN certificates c ON c.id = k.certificate_id
          WHERE c.person_id = $1) AS cases,
         (SELECT count(*) FROM facts) AS facts,
         ARRAY(SELECT kind FROM mails WHERE to_email = $2 ORDER BY id) AS mails`,
      [personId, email],
    );

  it.each(transitions)('$what', async ({ from, path, body, allowed, mails }) => {
    const refused = readers.filter((reader) => !allowed.includes(reader));
    const untouched = await start(from);
    const before = await left(untouched);
    for (const reader of refused) {
      const client = reader === 'holder' ? untouched.client : clients.get(reader)!;
      const { status } = await client.post(path(untouched.about), body);
      const refusals = reader === 'anonymous' ? [401] : [403, 404];
      expect({ reader, status, refused: refusals.includes(status) }).toMatchObject({ refused: true });
    }
    expect(await left(untouched)).toEqual(before);
    for (const reader of allowed) {
      const held = allowed.length > 2 ? untouched : await start(from);
      const earlier = (await left(held))!;
      const client = reader === 'holder' ? held.client : clients.get(reader)!;
      const { status } = await client.post(path(held.about), body);
      const now = (await left(held))!;
      expect({ reader, status, done: [200, 201, 204, 429].includes(status) }).toMatchObject({ done: true });
      if (status === 429) continue;
      expect(now).not.toEqual(earlier);
      const own = reader === 'holder' && path(held.about).includes('complaints') ? ['case-received'] : mails;
      expect([reader, now.mails.slice(earlier.mails.length)]).toEqual([reader, own]);
    }
  });
});
