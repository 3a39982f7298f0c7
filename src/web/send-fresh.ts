import { createHash } from 'node:crypto';
import type { Response } from 'express';

interface Fresh {
  type: string;
  body: string;
  /** When what is in it changed last. */
  changedAt?: Date | undefined;
  /** How long it may be used without asking again. */
  seconds: number;
}

/** An answer that is the same for everybody: who has it already is told so (304) and sent nothing. */
export function sendFresh(response: Response, { type, body, changedAt, seconds }: Fresh): string {
  response.type(type).setHeader('Cache-Control', `public, max-age=${seconds}`);
  response.setHeader('ETag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`);
  if (changedAt) response.setHeader('Last-Modified', changedAt.toUTCString());
  return body;
}
