import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { CompleteItem, EnrollmentQueries } from '../../enrollment/index.js';
import { newId } from '../../shared/index.js';
import { noPackage, staleState, tooManySaves } from '../packages.errors.js';
import { PackageStateQueries, type Registration } from './package-state.queries.js';
import { readState, type SavedData } from './read-state.js';

export interface SentState {
  personId: string;
  registrationId: string;
  item: string;
  /** The save that this one follows; 0 for the first. */
  rev: number;
  data: SavedData;
}

export interface SavedState {
  rev: number;
  completed: boolean;
  /** All items are done: the lesson is complete. */
  finished: boolean;
}

/** A page of ours saves at most once a second. */
const window = 60;
const mostSaves = 90;

/** Keeps what a package committed. Answers once it is stored; the last item that is done completes the lesson. */
@Injectable()
export class SaveState {
  constructor(
    private readonly db: Database,
    private readonly queries: PackageStateQueries,
    private readonly enrollments: EnrollmentQueries,
    private readonly completeItem: CompleteItem,
  ) {}

  /** @throws DomainError not_found, state_moved_on with what is stored, too_many_saves */
  execute({ personId, registrationId, item, rev, data }: SentState): Promise<SavedState> {
    return this.db.transaction(async (tx) => {
      await tx.lock(`package registration ${registrationId}`);
      const registration = await this.queries.find(registrationId, personId, tx);
      const access = registration && (await this.enrollments.access(personId, registration.courseSlug, tx));
      const asked = registration?.manifest.items.find(({ id }) => id === item);
      if (!registration || access?.enrollmentId !== registration.enrollmentId || !asked) throw noPackage();
      const states = await this.queries.states(registrationId, tx);
      const stored = states.find((state) => state.item === item);
      const done = new Set(states.filter((state) => state.completed).map((state) => state.item));
      const isFinished = () => registration.manifest.items.every(({ id }) => done.has(id));
      // Sent again because the answer was lost on its way.
      if (stored?.rev === rev + 1 && isDeepStrictEqual(stored.data, data))
        return { rev: stored.rev, completed: done.has(item), finished: isFinished() };
      if ((await this.queries.savesSince(registrationId, window, tx)) >= mostSaves) throw tooManySaves(10);
      if ((stored?.rev ?? 0) !== rev)
        throw staleState({ rev: stored?.rev ?? 0, data: stored?.data ?? {}, at: stored?.at });
      const read = readState(registration.manifest.standard, data);
      // What reports nothing by itself is done once it was opened.
      const completed = read.completed || !asked.reports;
      await this.insert(tx, { registrationId, item, rev: rev + 1, data, ...read, completed });
      if (completed) done.add(item);
      if (isFinished()) await this.complete(tx, registration);
      return { rev: rev + 1, completed: done.has(item), finished: isFinished() };
    });
  }

  private complete(tx: Tx, { enrollmentId, lesson }: Registration): Promise<void> {
    return this.completeItem.complete(tx, { enrollmentId, itemSlug: lesson, kind: 'lesson' });
  }

  private async insert(
    tx: Tx,
    state: { registrationId: string; item: string; rev: number; data: SavedData } & ReturnType<typeof readState>,
  ): Promise<void> {
    const { registrationId, item, rev, data, completed, passed, score, seconds } = state;
    await tx.rows(
      `INSERT INTO package_states (id, registration_id, item, rev, data, completed, passed, score, seconds)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), registrationId, item, rev, JSON.stringify(data), completed, passed, score, seconds],
    );
  }
}
