import { IssueInvoices, ReconcilePayment, RefundOrder, SettleOrder } from '../../src/checkout/index.js';
import { checkData, type Tx } from '../../src/database/index.js';
import { dataChecks } from '../../src/process/data-checks.js';
import { StartAttempt } from '../../src/quizzes/attempts/start-attempt.js';
import { SubmitAttempt } from '../../src/quizzes/attempts/submit-attempt.js';
import { exampleQuiz, importQuiz, newLearner, quiz } from '../../src/quizzes/quizzes.example.js';
import { Buyers } from '../faults/buyers.js';
import { Books } from '../fixtures/books.js';
import { graduate } from '../fixtures/graduate.js';
import { Licences } from '../fixtures/licences.js';
import { Practice, signed } from '../fixtures/practice.js';
import { Sales } from '../fixtures/sales.js';
import { IssueCertificates } from '../../src/certificates/index.js';
import { testApp, type TestApp } from '../support/index.js';
import { plants } from './plants.js';

class Undo extends Error {}

describe('the checks of the stored data', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    const buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
    const { session } = await buyers.paidButUnsettled();
    await app.get(SettleOrder).execute(session);
    const order = await app.db.row<{ id: string }>('SELECT id FROM orders WHERE checkout_session_id = $1', [session]);
    await app.get(IssueInvoices).execute(order!.id);
    const sales = new Sales(app);
    const refunded = await sales.sold(['foundations', 'upper-face']);
    const why = { cause: 'staff', by: refunded.personId, note: 'x', closes: true } as const;
    await app.get(RefundOrder).execute({ orderId: refunded.orderId, lineIds: [refunded.lines[0]!], ...why });
    const disputed = await sales.sold(['foundations']);
    await sales.stripe.dispute(disputed.charge);
    await app.get(ReconcilePayment).execute(disputed.paymentIntent);
    for (const each of [refunded, disputed]) await app.get(IssueInvoices).execute(each.orderId);
    await new Books(app).keep();
    await new Licences(app).verified(await app.signIn('learner'), await app.signIn('examiner'));
    const personId = await graduate(app, 'Amelia Reyes', 'foundations');
    await app.get(IssueCertificates).handle({ data: { personId } });
    await importQuiz(app, exampleQuiz());
    const practice = new Practice(app);
    const { learner: trainee, preceptor } = await practice.pair();
    await preceptor.client.post('/api/preceptor/decisions', signed(await practice.entry(trainee.client)));
    const learner = await newLearner(app);
    const attempt = await app.get(StartAttempt).execute({ personId: learner.personId, quiz });
    await app.get(SubmitAttempt).execute(learner.personId, attempt);
  }, 120_000);
  afterAll(() => app.close());

  /** What is found broken after `harm`, which then never happened. */
  async function foundAfter(harm: (tx: Tx) => Promise<unknown>): Promise<string[]> {
    let said: string[] = [];
    const undone = app.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      await harm(tx);
      said = (await checkData(tx, dataChecks)).map(({ check }) => check.says);
      throw new Undo();
    });
    await expect(undone).rejects.toThrow(Undo);
    return said;
  }

  it('find nothing where nothing is broken', async () => {
    expect(await checkData(app.db, dataChecks)).toEqual([]);
  });

  it.each(dataChecks.map(({ says }) => says))('find it when no longer true: %s', async (says) => {
    expect(plants[says]).toBeDefined();
    expect(await foundAfter((tx) => tx.execute(plants[says]!))).toContain(says);
  });
});
