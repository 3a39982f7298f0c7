import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../jobs/index.js';
import type { WebhookEvent } from './events.js';
import { MessageData } from './message-data.js';
import { WriteMessage } from './write-message.js';

type Enrolled = Fact<{ enrollmentId: string }>;
type Certified = Fact<{ certificateId: string }>;

/** Turns what happened into messages. */
@Injectable()
export class TellEndpoints {
  constructor(
    private readonly data: MessageData,
    private readonly writing: WriteMessage,
  ) {}

  @OnFact('enrollment.granted', 'integrations.enrolled')
  async enrolled({ id, data: { enrollmentId } }: Enrolled): Promise<void> {
    await this.tell(id, 'enrollment.granted', await this.data.ofEnrollment(enrollmentId));
  }

  @OnFact('course.completed', 'integrations.completed')
  async completed({ id, data: { enrollmentId } }: Enrolled): Promise<void> {
    await this.tell(id, 'course.completed', await this.data.ofEnrollment(enrollmentId));
  }

  @OnFact('certificate.issued', 'integrations.issued')
  async issued({ id, data: { certificateId } }: Certified): Promise<void> {
    await this.tell(id, 'certificate.issued', await this.data.ofCertificate(certificateId));
  }

  @OnFact('certificate.revoked', 'integrations.revoked')
  async revoked({ id, data: { certificateId } }: Certified): Promise<void> {
    await this.tell(id, 'certificate.revoked', await this.data.ofCertificate(certificateId));
  }

  private async tell(factId: string, event: WebhookEvent, data: object | undefined): Promise<void> {
    if (data) await this.writing.execute({ factId, event, data });
  }
}
