import { ApplicationQueries } from '../../src/certificates/applications/application.queries.js';
import { AssessCandidates } from '../../src/certificates/applications/assess-candidates.js';
import { DecideApplication } from '../../src/certificates/applications/decide-application.js';
import { GiveEvaluation } from '../../src/certificates/applications/give-evaluation.js';
import { SubmitApplication } from '../../src/certificates/applications/submit-application.js';
import { CertificateQueries } from '../../src/certificates/certificate.queries.js';
import { IssueCertification } from '../../src/certificates/issuing/issue-certification.js';
import { RevokeCertificate } from '../../src/certificates/issuing/revoke-certificate.js';
import { ReinstateCertificate } from '../../src/certificates/lifecycle/reinstate-certificate.js';
import { ReissueCertificate } from '../../src/certificates/lifecycle/reissue-certificate.js';
import { SuspendCertificate } from '../../src/certificates/lifecycle/suspend-certificate.js';
import { DomainError } from '../../src/shared/index.js';
import { CertificatesRoom } from '../fixtures/certificates-room.js';
import { countStatements, crashAt } from './crash-at.js';

const evaluation = { objectives: 5, practice: 4, balance: 5, level: 3, comment: '' };
const practice = [
  { procedure: 'glabella-toxin', count: 1 },
  { procedure: 'lip-filler', count: 1 },
];

/** One person on the way to a certificate, and what can become of it. Each step can be tried again. */
class Holder {
  private constructor(
    private readonly room: CertificatesRoom,
    readonly personId: string,
    private readonly by: string,
  ) {}

  static async of(room: CertificatesRoom): Promise<Holder> {
    return new Holder(room, await room.person(), await room.person('Erin Examiner'));
  }

  // What leads to each step.
  completes = () => this.room.completes(this.personId, 'toxins');
  async complete(): Promise<void> {
    await this.room.completes(this.personId, 'anatomy');
    await this.room.passes(this.personId);
    await this.room.licence(this.personId);
    for (const { procedure } of practice) await this.room.signed(this.personId, procedure, 1);
    await this.room.get(GiveEvaluation).execute(this.personId, 'injector', evaluation);
    await this.apply();
  }
  private async apply(): Promise<void> {
    await this.room.get(SubmitApplication).execute({ personId: this.personId, slug: 'injector' });
    await this.room.get(AssessCandidates).execute(this.personId);
  }
  async decided(): Promise<void> {
    await this.complete();
    await this.decide();
  }
  async certified(): Promise<void> {
    await this.decided();
    await this.issue();
  }
  async suspended(): Promise<void> {
    await this.certified();
    await this.suspend();
  }
  async renewing(): Promise<void> {
    await this.certified();
    // Two years later, with everything shown again, as for whoever renews too late.
    await this.room.db.rows('ALTER TABLE certificates DISABLE TRIGGER certificates_append_only');
    await this.room.db.rows(
      `UPDATE certificates SET issued_at = issued_at - interval '5 years', valid_until = valid_until - interval '5 years'
       WHERE person_id = $1`,
      [this.personId],
    );
    await this.room.db.rows('ALTER TABLE certificates ENABLE TRIGGER certificates_append_only');
    await this.room.get(GiveEvaluation).execute(this.personId, 'injector', evaluation);
    await this.apply();
    await this.decide();
  }

  // The steps.
  issueCompletion = () => this.room.issue(this.personId);
  async decide(): Promise<unknown> {
    const applicationId = (await this.application())!;
    return this.room.get(DecideApplication).execute({ applicationId, verdict: 'grant', reason: 'Seen', by: this.by });
  }
  issue = async () => this.room.get(IssueCertification).execute((await this.application())!);
  suspend = async () =>
    this.room
      .get(SuspendCertificate)
      .execute({ number: await this.number(), cause: 'safety', reason: 'R', by: this.by });
  reinstate = async () =>
    this.room
      .get(ReinstateCertificate)
      .execute({ number: await this.number(), cause: 'safety', reason: 'R', by: this.by });
  correct = async () => this.reissue({ kind: 'name', name: 'Another Name' });
  reduce = async () => this.reissue({ kind: 'scope', procedures: ['lip-filler'] });
  revoke = async () =>
    this.room.get(RevokeCertificate).execute({ number: await this.first(), reason: 'R', by: this.by });

  private reissue = async (correction: Parameters<ReissueCertificate['execute']>[0]['correction']) =>
    this.room.get(ReissueCertificate).execute({ number: await this.first(), correction, reason: 'R', by: this.by });
  private async application(): Promise<string | undefined> {
    const award = await this.room.db.row<{ id: string }>(`SELECT id FROM awards WHERE slug = 'injector'`);
    return (await this.room.get(ApplicationQueries).lastOf(this.personId, award!.id))?.id;
  }
  private async held(): Promise<string[]> {
    const all = await this.room.get(CertificateQueries).ofPerson(this.personId, 10);
    return all.filter(({ claim }) => claim.award.kind === 'certification').map(({ number }) => number);
  }
  private number = async () => (await this.held())[0]!;
  private first = async () => (await this.held()).at(-1)!;

  /** Everything that is there of this person: certificates, what they are worth, facts and mails. */
  left(): Promise<object | undefined> {
    return this.room.db.row(
      `SELECT
         (SELECT jsonb_agg(jsonb_build_array(a.slug, c.cycle, c.issue, s.status) ORDER BY c.id) FROM certificates c
          JOIN certificate_standing s ON s.certificate_id = c.id JOIN awards a ON a.id = c.award_id WHERE c.person_id = $1) AS certificates,
         (SELECT jsonb_agg(status ORDER BY id) FROM applications WHERE person_id = $1) AS applications,
         (SELECT jsonb_agg(d.verdict ORDER BY d.id) FROM application_decisions d JOIN applications a ON a.id = d.application_id
          WHERE a.person_id = $1) AS decisions,
         (SELECT jsonb_agg(jsonb_build_array(p.cause, p.ended_at IS NULL) ORDER BY p.at) FROM suspensions p
          JOIN certificates c ON c.id = p.certificate_id WHERE c.person_id = $1) AS suspensions,
         (SELECT jsonb_agg(f.name ORDER BY f.id) FROM facts f WHERE f.data ->> 'personId' = $1::text
            OR f.data ->> 'certificateId' IN (SELECT id::text FROM certificates WHERE person_id = $1)
            OR f.data ->> 'applicationId' IN (SELECT id::text FROM applications WHERE person_id = $1)) AS facts,
         (SELECT jsonb_agg(kind ORDER BY id) FROM mails WHERE to_email = $1 || '@example.org') AS mails`,
      [this.personId],
    );
  }
}

/** What a second try is told when the first had been kept. */
function doneAlready(error: unknown): void {
  const kept = ['already_decided', 'application_closed', 'already_suspended', 'not_suspended', 'not_standing'];
  if (!(error instanceof DomainError && [...kept, 'already_revoked'].includes(error.code))) throw error;
}

type Act = (holder: Holder) => Promise<unknown>;
const steps: [string, Act, Act][] = [
  ['issuing a certificate of completion', (h) => h.completes(), (h) => h.issueCompletion()],
  ['granting a certification', (h) => h.complete(), (h) => h.decide()],
  ['issuing a certification', (h) => h.decided(), (h) => h.issue()],
  ['renewing a certification', (h) => h.renewing(), (h) => h.issue()],
  ['suspending', (h) => h.certified(), (h) => h.suspend()],
  ['reinstating', (h) => h.suspended(), (h) => h.reinstate()],
  ['correcting the name', (h) => h.certified(), (h) => h.correct()],
  ['reducing the scope', (h) => h.certified(), (h) => h.reduce()],
  ['revoking', (h) => h.certified(), (h) => h.revoke()],
];

const both = ['before', 'after'] as const;
/** Every statement in each run; before it and after it by turns, and both when all faults are asked for. */
const phases = (at: number) => (process.env.GLABELLA_FAULTS === 'all' ? both : [both[(at + turn) % 2]!]);
const turn = Date.now() % 2;

describe('a process that dies while it is', () => {
  let room: CertificatesRoom;
  beforeAll(async () => {
    room = await CertificatesRoom.open();
    await room.award('toxins', ['toxins']);
    await room.certification('injector', { practice });
  }, 60_000);
  afterAll(() => room.close());

  it.each(steps)('%s leaves all of it or nothing, and the next try ends it once', async (_what, reach, act) => {
    const trial = await Holder.of(room);
    await reach(trial);
    const before = JSON.stringify(await trial.left());
    const statements = await countStatements(() => act(trial));
    const after = JSON.stringify(await trial.left());
    expect(after).not.toBe(before);
    expect(statements).toBeGreaterThan(3);
    const broken: object[] = [];
    for (let at = 1; at <= statements; at += 1) {
      for (const when of phases(at)) {
        const crashed = await Holder.of(room);
        await reach(crashed);
        await crashAt(at, when, () => act(crashed));
        const left = JSON.stringify(await crashed.left());
        await act(crashed).catch(doneAlready);
        const end = JSON.stringify(await crashed.left());
        if ((left !== before && left !== after) || end !== after) broken.push({ at, when, left, end, after });
      }
    }
    expect(broken).toEqual([]);
  });
});
