import type { z } from 'zod';
import type { Form } from './decode-form.js';
import { invalidRequest, missingParam, type StripeError } from './stripe-error.js';

/** The parameters as the schema types them. @throws StripeError about the first parameter that is wrong. */
export function parseParams<T>(schema: z.ZodType<T>, form: Form): T {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  throw asStripeError(mostTelling(parsed.error.issues), form);
}

function asStripeError(issue: z.core.$ZodIssue, form: Form): StripeError {
  if (issue.code === 'unrecognized_keys') {
    const param = paramName([...issue.path, issue.keys[0]!]);
    return invalidRequest(`The Stripe stand-in does not serve the parameter ${param}.`, param, 'parameter_unknown');
  }
  const param = paramName(issue.path);
  if (issue.code === 'invalid_type' && valueAt(form, issue.path) === undefined) return missingParam(param);
  if (issue.code === 'invalid_union') return asStripeError(inUnion(issue), form);
  const code = issue.code === 'custom' ? (issue.params as { code?: string } | undefined)?.code : undefined;
  return invalidRequest(issue.message, param, code);
}

/** Stripe names an unknown parameter before it minds a missing one. */
const mostTelling = (issues: z.core.$ZodIssue[]) =>
  issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0]!;

/** The complaint of the alternative that came closest: the deepest, and rather about a value than about its kind. */
function inUnion(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue {
  const all = issue.errors.flat();
  const nearness = (one: z.core.$ZodIssue) =>
    2 * one.path.length + (one.code === 'invalid_type' || one.code === 'invalid_value' ? 0 : 1);
  const closest = all.toSorted((a, b) => nearness(b) - nearness(a))[0]!;
  return { ...closest, path: [...issue.path, ...closest.path] };
}

/** ['line_items', 0, 'price'] is `line_items[0][price]`. */
const paramName = (path: PropertyKey[]) =>
  path.map((key, depth) => (depth ? `[${String(key)}]` : String(key))).join('');

function valueAt(form: Form, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    form,
  );
}
