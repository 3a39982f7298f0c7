import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import type { CodeWithdrawal } from './code.schemas.js';

/** From now on nobody can use the code; orders placed with it keep their price. Twice is once. */
@Injectable()
export class WithdrawCode {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found */
  async execute(codeId: string, { reason }: CodeWithdrawal, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Whoever claims a use holds the code: what is claimed before stands, what comes after is refused.
      const code = await tx.row<{ withdrawn: boolean }>(
        'SELECT withdrawn_at IS NOT NULL AS withdrawn FROM codes WHERE id = $1 FOR UPDATE',
        [codeId],
      );
      if (!code) throw notFound('code');
      if (code.withdrawn) return;
      await tx.rows('UPDATE codes SET withdrawn_at = now(), withdrawn_by = $2, withdrawn_reason = $3 WHERE id = $1', [
        codeId,
        personId,
        reason,
      ]);
      this.facts.record(tx, 'code.withdrawn', { codeId, personId });
    });
  }
}
