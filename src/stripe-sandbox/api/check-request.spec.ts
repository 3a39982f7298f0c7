import { execFileSync } from 'node:child_process';
import Stripe from 'stripe';
import { routes } from '../resources/index.js';
import { generated } from '../params/request-schemas.js';
import { checkRequest } from './check-request.js';
import { decodeForm } from './decode-form.js';

const refusalOf = (request: string, form: string) => {
  try {
    checkRequest(request, decodeForm(form));
  } catch (error) {
    const { message, param, code } = (error as { body: { message: string; param?: string; code?: string } }).body;
    return [message, param, code];
  }
  throw new Error('It was accepted.');
};
const sessions = 'POST /checkout/sessions';
const line = 'line_items[0][price_data]';

describe("a request, checked against the SDK's own types", () => {
  it('is known for every route but those Stripe does not document', () => {
    const unknown = routes
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
      .filter((request) => !generated.requests[request] && !request.includes('/payment_pages'));
    expect(unknown).toEqual([]);
  });

  it('is checked against the SDK that is installed', () => {
    expect(generated).toMatchObject({ sdk: Stripe.PACKAGE_VERSION, apiVersion: Stripe.API_VERSION });
    execFileSync(process.execPath, ['scripts/generate-stripe-schemas.mjs', '--check']);
  });

  it.each([
    [sessions, `mode=payment&${line}[currency]=usd&${line}[unit_amount]=4900&${line}[product_data][name]=x`],
    [sessions, 'metadata[0]=zero&metadata[1]=&expand[]=line_items&expand[]=customer&discounts[0][coupon]=x'],
    [sessions, 'allow_promotion_codes=true&allowed_payment_method_types[10]=card'],
    ['POST /coupons', 'percent_off=12.5&duration=once'],
    ['POST /customers/:id', 'metadata=&address='],
    ['POST /prices', 'currency=usd&unit_amount_decimal=4900.5&currency_options[eur][unit_amount]=4500'],
    ['POST /products/:id', 'description=&images=&active=false'],
    ['GET /customers', 'created[gte]=1&limit=100'],
    ['GET /customers', 'created=1790000000'],
    ['GET /events', 'types[0]=charge.refunded&delivery_success=false'],
    ['POST /payment_intents', 'amount=1&currency=usd&confirm=true&off_session=true'],
    ['POST /payment_intents', 'amount=1&currency=usd&off_session=one_off'],
    ['POST /nothing/of/stripe', 'whatever=1'],
  ])('%s with %s is one of Stripe’s', (request, form) => {
    checkRequest(request, decodeForm(form));
  });

  it.each([
    [sessions, 'mode=gift', 'Invalid mode: must be one of payment, setup, or subscription', 'mode', undefined],
    [
      sessions,
      `${line}[currency]=usd&${line}[unit_amount]=4900.5`,
      'Invalid integer: 4900.5',
      `${line}[unit_amount]`,
      'parameter_invalid_integer',
    ],
    [sessions, 'expires_at=1e309', 'Invalid integer: 1e309', 'expires_at', 'parameter_invalid_integer'],
    [sessions, `expires_at=${'9'.repeat(200)}`, 'Invalid integer', 'expires_at', 'parameter_invalid_integer'],
    [
      sessions,
      `${line}[unit_amount]=1`,
      `Missing required param: ${line}[currency].`,
      `${line}[currency]`,
      'parameter_missing',
    ],
    [
      sessions,
      `mode=gift&${line}[colour]=red`,
      `Received unknown parameter: ${line}[colour]`,
      `${line}[colour]`,
      'parameter_unknown',
    ],
    [sessions, 'automatic_tax[enabled]=yes', 'Invalid boolean: yes', 'automatic_tax[enabled]', undefined],
    [sessions, 'line_items=x', 'Invalid array: x', 'line_items', undefined],
    [sessions, 'line_items[a][quantity]=1', 'Invalid array', 'line_items', undefined],
    [sessions, 'metadata[a][b]=1', 'Invalid string', 'metadata[a]', undefined],
    [sessions, 'metadata=text', 'Invalid object: text', 'metadata', undefined],
    [sessions, 'constructors=1', 'Received unknown parameter: constructors', 'constructors', 'parameter_unknown'],
    [
      'POST /refunds',
      'reason=bored',
      'Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer',
      'reason',
      undefined,
    ],
    ['GET /customers', 'created[gte]=soon', 'Invalid integer: soon', 'created[gte]', 'parameter_invalid_integer'],
    ['GET /customers', 'limit=', "You passed an empty string for 'limit'.", 'limit', 'parameter_invalid_empty'],
    ['POST /coupons', 'percent_off=half', 'Invalid number: half', 'percent_off', undefined],
    ['GET /customers/:id', 'colour=red', 'Received unknown parameter: colour', 'colour', 'parameter_unknown'],
  ])('%s with %s is refused: %s', (request, form, message, param, code) => {
    const [said, named, coded] = refusalOf(request, form);
    expect([said, named, coded]).toEqual([expect.stringContaining(message), param, code]);
  });
});
