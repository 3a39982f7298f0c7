import type { z } from 'zod';
import type { Work } from '../store/work.js';
import type { Form } from './decode-form.js';
import { parseParams } from './parse-params.js';

export type Method = 'get' | 'post' | 'delete';

/** A route of Stripe's API: its parameters by schema, and what it does in one unit of work. */
export interface Route {
  method: Method;
  path: string;
  run(work: Work, id: string, form: Form): Promise<object>;
}

export function route<T>(
  method: Method,
  path: string,
  params: z.ZodType<T>,
  act: (work: Work, params: T, id: string) => Promise<object>,
): Route {
  return { method, path, run: (work, id, form) => act(work, parseParams(params, form), id) };
}
