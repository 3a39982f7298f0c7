import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { isWanted } from '../choices/mail-choices.js';
import { isBroken } from '../deliveries/deliveries.js';
import { QuietHours, quietUntil } from '../choices/quiet-hours.js';

interface Standing {
  /** Why it may not leave at all. */
  reason: 'stopped' | 'bounced' | null;
  /** The end of the quiet hours that run now. */
  until: Date | null;
}

/** Whether an optional mail may leave now: what its reader chose counts at the moment of sending, not of writing. */
@Injectable()
export class MayLeave {
  constructor(
    private readonly db: Database,
    private readonly hours: QuietHours,
  ) {}

  async ask(mailId: string): Promise<Standing> {
    const { zone, from, to } = this.hours.usual;
    const row = await this.db.row<Standing>(
      `SELECT CASE WHEN NOT ${isWanted('mail_address(m.to_email)', 'm.topic')} THEN 'stopped'
           WHEN ${isBroken('mail_address(m.to_email)')} THEN 'bounced' END AS reason,
         ${quietUntil('now()', { zone: 'coalesce(h.zone, $2)', from: 'coalesce(h.quiet_from, $3::time)', to: 'coalesce(h.quiet_to, $4::time)' })} AS until
       FROM mails m LEFT JOIN mail_hours h ON h.address = mail_address(m.to_email) WHERE m.id = $1`,
      [mailId, zone, from, to],
    );
    return row!;
  }
}
