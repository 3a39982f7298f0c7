import { Injectable } from '@nestjs/common';
import { Database, type Runner, type Tx } from '../../database/index.js';
import {
  EndAccess,
  GrantAccess,
  ReopenAccess,
  RestoreAccess,
  type SourceStudy,
  StudyBySourceQueries,
  SuspendAccess,
} from '../../enrollment/index.js';
import { type BoughtSeats, OpenSeats, SeatQueries, SuspendSeats, WithdrawSeats } from '../../seats/index.js';
import type { OrderPurpose, Recipient } from './order.entity.js';

/** A line of an order and what it was bought for. `courseIds`: only these of its courses, if not all. */
export interface LineRef {
  id: string;
  purpose: OrderPurpose;
  courseIds?: string[] | undefined;
}

/** What a line gives and to whom. */
export interface LineGift extends LineRef {
  orderId: string;
  productId: string;
  title: string;
  quantity: number;
  personId: string;
  /** With the editions promised at the order. */
  courses: { id: string; title: string; editionId: string | null }[];
  /** Counted from `at`, or from the day a seat is accepted; null: no end. */
  accessDays: number | null;
  at: Date;
  recipient: Recipient | null;
  clinicId: string | null;
}

/** Whom a line gives access now, and how far they got with it. */
export interface LineEffects {
  seats: number;
  assigned: number;
  begun: number;
  people: { name: string; courses: { id: string; title: string; progressPercent: number }[] }[];
}

const day = 86_400_000;
const isForOthers = ({ purpose }: LineRef): boolean => purpose !== 'self';
const seatsOf = ({ id, courseIds }: LineRef) => ({ sourceId: id, courseIds });
const sourceOf = ({ id, courseIds }: LineRef) => ({ sourceKind: 'order_line', sourceId: id, courseIds });

/** What the lines of an order give: to the buyer, or as seats to others. Everything may be repeated. */
@Injectable()
export class LineAccess {
  constructor(
    private readonly db: Database,
    private readonly granting: GrantAccess,
    private readonly ending: EndAccess,
    private readonly reopening: ReopenAccess,
    private readonly suspending: SuspendAccess,
    private readonly restoring: RestoreAccess,
    private readonly study: StudyBySourceQueries,
    private readonly opening: OpenSeats,
    private readonly withdrawing: WithdrawSeats,
    private readonly pausing: SuspendSeats,
    private readonly seats: SeatQueries,
  ) {}

  async give(tx: Tx, line: LineGift): Promise<void> {
    const { personId, courses, accessDays, at } = line;
    if (isForOthers(line)) return this.opening.open(tx, boughtSeats(line));
    await this.granting.grant(tx, {
      sourceKind: 'order_line',
      sourceId: line.id,
      personId,
      courseIds: courses.map(({ id }) => id),
      editions: Object.fromEntries(courses.flatMap(({ id, editionId }) => (editionId ? [[id, editionId]] : []))),
      expiresAt: accessDays === null ? null : new Date(at.getTime() + accessDays * day),
    });
  }

  async end(tx: Tx, line: LineRef, end: { reason: string; at: Date }): Promise<void> {
    if (isForOthers(line)) return this.withdrawing.withdraw(tx, { ...seatsOf(line), ...end });
    await this.ending.end(tx, { ...sourceOf(line), ...end });
  }

  /** Undoes an end that had exactly this reason. */
  async reopen(tx: Tx, line: LineRef, reason: string): Promise<void> {
    if (isForOthers(line)) return this.withdrawing.reopen(tx, { ...seatsOf(line), reason });
    await this.reopening.reopen(tx, { ...sourceOf(line), reason });
  }

  async suspend(tx: Tx, line: LineRef, cause: string): Promise<void> {
    if (isForOthers(line)) return this.pausing.suspend(tx, { sourceId: line.id, cause });
    await this.suspending.suspend(tx, { ...sourceOf(line), cause });
  }

  async restore(tx: Tx, line: LineRef, cause: string): Promise<void> {
    if (isForOthers(line)) return this.pausing.restore(tx, { sourceId: line.id, cause });
    await this.restoring.restore(tx, { ...sourceOf(line), cause });
  }

  async effects(line: LineRef, runner: Runner = this.db): Promise<LineEffects> {
    if (isForOthers(line)) return this.seats.effects(line.id, runner, line.courseIds);
    const held = await this.study.of('order_line', [line.id], runner);
    const meant = held.filter(({ courseId }) => !line.courseIds || line.courseIds.includes(courseId));
    const people = byPerson(meant);
    return { seats: 1, assigned: people.length, begun: meant.some(({ begun }) => begun) ? 1 : 0, people };
  }
}

function boughtSeats({ id, orderId, purpose, personId, accessDays, ...bought }: LineGift): BoughtSeats {
  return {
    ...bought,
    sourceId: id,
    orderId,
    kind: purpose === 'gift' ? 'gift' : 'clinic',
    ownerId: personId,
    expiresAfterDays: accessDays,
  };
}

function byPerson(held: SourceStudy[]): LineEffects['people'] {
  const people = new Map<string, LineEffects['people'][number]>();
  for (const { personId, name, courseId, title, progressPercent } of held) {
    const person = people.get(personId) ?? { name, courses: [] };
    person.courses.push({ id: courseId, title, progressPercent });
    people.set(personId, person);
  }
  return [...people.values()];
}
