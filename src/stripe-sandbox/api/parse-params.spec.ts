import { emptyable, flag, group, integer, list, metadata, oneOf, text } from '../params/fields.js';
import { decodeForm } from './decode-form.js';
import { parseParams } from './parse-params.js';

const schema = group({
  amount: integer(1, 100),
  active: flag().optional(),
  lines: list(group({ quantity: integer() })).optional(),
  metadata: emptyable(metadata()).optional(),
  mode: oneOf('payment', 'setup').optional(),
  name: text(5).optional(),
});
const parse = (form: string) => parseParams(schema, decodeForm(form));
const refusalOf = (form: string) => {
  try {
    parse(form);
  } catch (error) {
    return (error as { body: { param?: string; code?: string } }).body;
  }
  throw new Error('It was accepted.');
};

describe('parameters', () => {
  it('are typed by the schema, which alone knows what is a list', () => {
    const lines = Array.from({ length: 11 }, (_, n) => `lines[${n}][quantity]=${n}`).join('&');
    expect(parse(`amount=7&active=true&metadata[1]=a&metadata[0]=b&mode=setup&${lines}`)).toEqual({
      amount: 7,
      active: true,
      metadata: { 0: 'b', 1: 'a' },
      mode: 'setup',
      lines: Array.from({ length: 11 }, (_, quantity) => ({ quantity })),
    });
    expect(parse('amount=1&metadata=').metadata).toBe('');
  });

  it.each([
    ['', 'amount', 'parameter_missing'],
    ['amount=', 'amount', 'parameter_invalid_empty'],
    ['amount=4900.5', 'amount', 'parameter_invalid_integer'],
    ['amount=1e3', 'amount', 'parameter_invalid_integer'],
    ['amount=0', 'amount', 'parameter_invalid_integer'],
    ['amount=101', 'amount', 'parameter_invalid_integer'],
    ['amount[a]=1', 'amount', undefined],
    ['amount=1&active=yes', 'active', undefined],
    ['amount=1&lines=1', 'lines', undefined],
    ['amount=1&lines[a][quantity]=1', 'lines', undefined],
    ['amount=1&lines[0][quantity]=x', 'lines[0][quantity]', 'parameter_invalid_integer'],
    ['amount=1&lines[0][size]=1&lines[0][quantity]=1', 'lines[0][size]', 'parameter_unknown'],
    ['amount=1&mode=gift', 'mode', undefined],
    ['amount=1&name=longer', 'name', 'parameter_invalid_string'],
    ['amount=1&metadata[a][b]=1', 'metadata[a]', undefined],
    ['colour=red', 'colour', 'parameter_unknown'],
  ])('%j are refused at %s', (form, param, code) => {
    const { param: named, code: coded } = refusalOf(form);
    expect([named, coded]).toEqual([param, code]);
  });
});
