import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { type Db, type Job, type JobInsert, type JobResult, PgBoss } from 'pg-boss';
import { Database, type Tx } from '../database/index.js';
import { Config } from '../shared/index.js';
import { type Handler, type Subscription, Subscriptions } from './subscriptions.js';

/** Where a job goes that failed every retry; staff can send it back. */
const deadLetters = 'dead-letters';
/** As many jobs at once per queue and node; while there are more, the next are taken without a pause. */
const working = { batchSize: 8, pollingIntervalSeconds: 1, burstWhenBatchFull: true, perJobResults: true } as const;
/** How often a job is run before it is given up. */
export const attemptsPerJob = 11;
const retries = {
  retryLimit: attemptsPerJob - 1,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 120,
};

export interface JobOptions {
  startAfter?: Date;
  /** While a job with this key waits in the queue, another one is not added. */
  singletonKey?: string;
}

/** The job queue in the same database: a job is there if and only if the transaction that asked for it committed. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;
  private readonly workers = new Map<string, string[]>();

  constructor(
    database: Database,
    private readonly subscriptions: Subscriptions,
    private readonly config: Config,
  ) {
    const tends = config.runsJobs;
    this.boss = new PgBoss({
      db: runnerAsDb(database),
      schema: 'pgboss',
      createSchema: false,
      supervise: tends,
      schedule: tends,
    });
    this.boss.on('error', (error) => this.logger.error(error));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(deadLetters);
    for (const queue of this.queues()) await this.boss.createQueue(queue, { ...retries, deadLetter: deadLetters });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runsJobs) return;
    for (const subscription of this.subscriptions.all()) await this.attach(subscription);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 7_000 });
  }

  /** Adds one job in the open transaction. */
  async enqueue(tx: Tx, queue: string, data: object, options: JobOptions = {}): Promise<void> {
    await this.insert(tx, queue, [{ data, ...options, startAfter: options.startAfter?.toISOString() }]);
  }

  async insert(tx: Tx, queue: string, jobs: JobInsert[]): Promise<void> {
    await this.boss.insert(queue, jobs, { db: runnerAsDb(tx), returnId: false });
    // A worker of this very process need not wait for its next look.
    tx.afterCommit(() => this.workers.get(queue)?.forEach((worker) => this.boss.notifyWorker(worker)));
  }

  private queues(): Set<string> {
    return new Set(this.subscriptions.all().map(({ mark }) => mark.queue));
  }

  private async attach({ mark, run }: Subscription): Promise<void> {
    const worker = await this.boss.work<object, object, typeof working>(mark.queue, working, (jobs) =>
      Promise.all(jobs.map((job) => this.perform(mark.queue, job, run))),
    );
    this.workers.set(mark.queue, [...(this.workers.get(mark.queue) ?? []), worker]);
    if (mark.kind === 'cron') await this.boss.schedule(mark.queue, mark.cron, {}, { tz: 'UTC' });
  }

  /** A job that fails is tried again alone; the others of its batch are done. */
  private async perform(queue: string, job: Job<object>, run: Handler): Promise<JobResult> {
    try {
      await run(job.data);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      this.logger.error({ msg: `job in ${queue} failed`, jobId: job.id, attempt: job.retryCount, err: error });
      return {
        id: job.id,
        status: 'failed',
        output: { message: error instanceof Error ? error.message : String(error) },
      };
    }
  }
}

const runnerAsDb = (runner: Database | Tx): Db => ({
  executeSql: async (text, values) => runner.execute(text, values),
});
