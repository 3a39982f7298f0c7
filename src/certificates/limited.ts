import { applyDecorators, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';

/** So many look-ups a minute from one address: enough for an employer with a pile of papers, not for guessing. */
export const Limited = () =>
  applyDecorators(UseGuards(ThrottlerGuard), Throttle({ default: { limit: 60, ttl: 60_000 } }));
