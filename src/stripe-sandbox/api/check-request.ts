import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { generated } from '../params/request-schemas.js';
import type { Form } from './decode-form.js';
import { invalidRequest, missingParam, type StripeError } from './stripe-error.js';
import { type Typed, typedForm } from './typed-form.js';

/** Compiled when first asked for; without optimizing, which costs more than all checks of a process. */
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  logger: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
});
ajv.addSchema({ $id: 'shared', definitions: generated.shared });
const checks = new Map<string, ValidateFunction>();

/**
 * Refuses what Stripe's own types do not allow, in Stripe's words. A request that Stripe does not document passes.
 * @param request "POST /refunds/:id"
 * @throws StripeError about the first parameter that is wrong
 */
export function checkRequest(request: string, form: Form): void {
  const schema = generated.requests[request];
  if (!schema) return;
  let check = checks.get(request);
  if (!check) checks.set(request, (check = ajv.compile(schema)));
  if (!check(typedForm(form, schema))) throw refusalOf(mostTelling(check.errors!));
}

/** Stripe names an unknown parameter before all else, then whatever is wrong deepest inside. */
function mostTelling(errors: ErrorObject[]): ErrorObject {
  const unknown = errors.find(({ keyword }) => keyword === 'additionalProperties');
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const plain = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const weight = (error: ErrorObject) => 2 * depth(error) + (isOfOtherKind(error) ? 0 : 1);
  return unknown ?? plain.toSorted((a, b) => weight(b) - weight(a))[0]!;
}

/** An alternative that was never meant: a list of values for an object, an object for a text. */
const isOfOtherKind = ({ keyword, data, schema }: ErrorObject) =>
  (keyword === 'enum' && typeof data === 'object') ||
  (keyword === 'enum' && (schema as unknown[]).every((value) => value === '')) ||
  (keyword === 'type' && (schema === 'object' || schema === 'array') && typeof data !== 'object');

function refusalOf({ keyword, instancePath, params, data, schema }: ErrorObject): StripeError {
  const path = pathOf(instancePath);
  const param = nameOf(path);
  if (keyword === 'additionalProperties') {
    const name = nameOf([...path, (params as { additionalProperty: string }).additionalProperty]);
    return invalidRequest(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
  }
  if (keyword === 'required') {
    return missingParam(nameOf([...path, (params as { missingProperty: string }).missingProperty]));
  }
  if (data === '') return emptied(param);
  if (keyword === 'enum' && typeof data !== 'object') {
    return invalidRequest(`Invalid ${path.at(-1)}: must be one of ${listed(schema as string[])}`, param);
  }
  const kind = keyword === 'type' ? (schema as string) : 'string';
  const code = kind === 'integer' && typeof data !== 'object' ? 'parameter_invalid_integer' : undefined;
  return invalidRequest(`Invalid ${kind}${excerpt(data as Typed)}`, param, code);
}

const emptied = (param: string) =>
  invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however ` +
      `'${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    param,
    'parameter_invalid_empty',
  );

/** The wrong value, if it is short enough to be told. */
const excerpt = (data: Typed) => (typeof data === 'object' || String(data).length > 100 ? '' : `: ${data}`);

const listed = (values: string[]) => {
  const all = values.filter((value) => value !== '');
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}, or ${all.at(-1)}`;
};

const pathOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** ['line_items', '0', 'price'] is `line_items[0][price]`. */
const nameOf = (path: string[]) => path.map((step, depth) => (depth ? `[${step}]` : step)).join('');
