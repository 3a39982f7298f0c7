import type { Request } from 'express';
import { z } from 'zod';
import { invalidRequest } from '../api/stripe-error.js';

/** The JSON body by schema; no body is an empty one. */
export function readBody<T>(schema: z.ZodType<T>, req: Request): T {
  const parsed = schema.safeParse(req.body ?? {});
  if (!parsed.success) throw invalidRequest(z.prettifyError(parsed.error));
  return parsed.data;
}
