import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../jobs/index.js';
import { Happenings } from './happenings.js';
import { RecordStore } from './record-store.js';
import type { Happened } from './statement.js';
import { WriteStatement } from './write-statement.js';

type Enrolled = Fact<{ enrollmentId: string }>;
type Attempted = Fact<{ enrollmentId: string; attemptId: string }>;

/** Turns what happened into statements, where there is a store for them. */
@Injectable()
export class StateFacts {
  constructor(
    private readonly store: RecordStore,
    private readonly happenings: Happenings,
    private readonly writing: WriteStatement,
  ) {}

  @OnFact('enrollment.granted', 'integrations.state-enrolled')
  async enrolled({ id, data }: Enrolled): Promise<void> {
    await this.state(id, () => this.happenings.course(id, data.enrollmentId, 'registered'));
  }

  @OnFact('lesson.completed', 'integrations.state-lesson')
  async lesson({ id, data }: Fact<{ enrollmentId: string; itemSlug: string }>): Promise<void> {
    await this.state(id, () => this.happenings.lesson(id, data.enrollmentId, data.itemSlug));
  }

  @OnFact('attempt.graded', 'integrations.state-graded')
  @OnFact('attempt.regraded', 'integrations.state-regraded')
  async graded({ id, data }: Attempted): Promise<void> {
    await this.state(id, () => this.happenings.quiz(id, data.enrollmentId, data.attemptId));
  }

  @OnFact('course.completed', 'integrations.state-completed')
  async completed({ id, data }: Enrolled): Promise<void> {
    await this.state(id, () => this.happenings.course(id, data.enrollmentId, 'completed'));
  }

  @OnFact('certificate.issued', 'integrations.state-issued')
  async issued({ id, data }: Fact<{ certificateId: string }>): Promise<void> {
    await this.state(id, () => this.happenings.certificate(data.certificateId));
  }

  private async state(factId: string, look: () => Promise<Omit<Happened, 'factId'> | undefined>): Promise<void> {
    if (!this.store.isThere) return;
    const happened = await look();
    if (happened) await this.writing.execute({ factId, ...happened });
  }
}
