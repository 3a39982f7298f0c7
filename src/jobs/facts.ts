import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { newId } from '../shared/index.js';
import { Jobs } from './jobs.js';
import { Subscriptions } from './subscriptions.js';

/** Something that happened, told to whoever listens. */
export interface Fact<Data = Record<string, string>> {
  id: string;
  name: string;
  data: Data;
}

/** The outbox: facts are written with the rows they tell of, in one statement before the commit. */
@Injectable()
export class Facts {
  private readonly pending = new WeakMap<Tx, Fact<object>[]>();

  constructor(
    private readonly jobs: Jobs,
    private readonly subscriptions: Subscriptions,
  ) {}

  record(tx: Tx, name: string, data: object): void {
    const known = this.pending.get(tx);
    const fact = { id: newId(), name, data };
    if (known) return void known.push(fact);
    const facts = [fact] as Fact<object>[];
    this.pending.set(tx, facts);
    tx.beforeCommit(() => this.write(tx, facts));
  }

  private async write(tx: Tx, facts: Fact<object>[]): Promise<void> {
    await tx.rows('INSERT INTO facts (id, name, data) SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[])', [
      facts.map((fact) => fact.id),
      facts.map((fact) => fact.name),
      facts.map((fact) => JSON.stringify(fact.data)),
    ]);
    const byQueue = new Map<string, Fact<object>[]>();
    for (const fact of facts) {
      for (const queue of this.subscriptions.queuesFor(fact.name)) {
        byQueue.set(queue, [...(byQueue.get(queue) ?? []), fact]);
      }
    }
    for (const [queue, told] of byQueue)
      await this.jobs.insert(
        tx,
        queue,
        told.map((data) => ({ data })),
      );
  }
}
