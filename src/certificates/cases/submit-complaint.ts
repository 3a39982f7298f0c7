import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { FindCertificate } from '../find-certificate.js';
import { networkOf } from '../network-of.js';
import { PerMinute } from '../../web/index.js';
import { tooManyComplaints } from './case.errors.js';
import { OpenCase } from './open-case.js';

export interface Complaint {
  /** As typed. */
  number: string;
  text: string;
  /** Where an answer goes, if one is wanted. */
  contact?: string;
  /** Who complains, when signed in. */
  by: string | null;
  ip: string | undefined;
}

/** Complaints of one network in a minute; a person has one, rarely two. */
export const complaintsPerMinute = 5;

/** Takes a complaint about whoever holds a certificate. The holder is not told who complained. */
@Injectable()
export class SubmitComplaint {
  private readonly limit = new PerMinute(complaintsPerMinute);

  constructor(
    private readonly db: Database,
    private readonly find: FindCertificate,
    private readonly opening: OpenCase,
  ) {}

  /** @throws not_found · too_many_look_ups · too_many_complaints · case_open */
  async execute({ number, text, contact, by, ip }: Complaint): Promise<{ id: string }> {
    const client = networkOf(ip);
    const wait = this.limit.secondsToWait(client);
    if (wait > 0) throw tooManyComplaints(wait);
    const { id: certificateId } = await this.find.byNumber(number, ip);
    this.limit.note(client);
    return this.db.transaction((tx) =>
      this.opening.execute(tx, { kind: 'complaint', certificateId, text, contact, by }),
    );
  }
}
