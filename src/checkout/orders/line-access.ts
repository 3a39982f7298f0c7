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
import type { OrderPurpose } from './order.entity.js';

/** A line of an order and what it was bought for. `courseIds`: only these of its courses, if not all. */
export interface LineRef {
  id: string;
  purpose: OrderPurpose;
  courseIds?: string[] | undefined;
}

/** What a line gives and to whom. */
export interface LineGift extends LineRef {
  personId: string;
  courseIds: string[];
  /** Edition ids by course id, as promised at the order. */
  editions?: Record<string, string>;
  expiresAt?: Date | null;
}

/** Whom a line gives access now, and how far they got with it. */
export interface LineEffects {
  seats: number;
  assigned: number;
  begun: number;
  people: { name: string; courses: { id: string; title: string; progressPercent: number }[] }[];
}

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
  ) {}

  async give(tx: Tx, { personId, courseIds, editions, expiresAt, ...line }: LineGift): Promise<void> {
    await this.granting.grant(tx, { ...sourceOf(line), personId, courseIds, editions, expiresAt });
  }

  async end(tx: Tx, line: LineRef, end: { reason: string; at: Date }): Promise<void> {
    await this.ending.end(tx, { ...sourceOf(line), ...end });
  }

  /** Undoes an end that had exactly this reason. */
  async reopen(tx: Tx, line: LineRef, reason: string): Promise<void> {
    await this.reopening.reopen(tx, { ...sourceOf(line), reason });
  }

  async suspend(tx: Tx, line: LineRef, cause: string): Promise<void> {
    await this.suspending.suspend(tx, { ...sourceOf(line), cause });
  }

  async restore(tx: Tx, line: LineRef, cause: string): Promise<void> {
    await this.restoring.restore(tx, { ...sourceOf(line), cause });
  }

  async effects(line: LineRef, runner: Runner = this.db): Promise<LineEffects> {
    const held = await this.study.of('order_line', [line.id], runner);
    const meant = held.filter(({ courseId }) => !line.courseIds || line.courseIds.includes(courseId));
    const people = byPerson(meant);
    return { seats: 1, assigned: people.length, begun: meant.some(({ begun }) => begun) ? 1 : 0, people };
  }
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
