import fc from 'fast-check';
import { decodeForm, type Form } from './decode-form.js';

const encode = (form: Form, prefix = ''): string[] =>
  Object.entries(form).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}[${key}]` : key;
    return typeof value === 'string'
      ? [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
      : encode(value, name);
  });

describe('a decoded form', () => {
  it('nests by brackets, appends by empty ones, and leaves lists to the schema', () => {
    expect(decodeForm('line_items[0][price_data][currency]=usd&expand[]=a&expand[]=b&metadata[12]=x&empty=')).toEqual({
      line_items: { 0: { price_data: { currency: 'usd' } } },
      expand: { 0: 'a', 1: 'b' },
      metadata: { 12: 'x' },
      empty: '',
    });
  });

  it('gives back whatever was encoded', () => {
    const key = fc
      .stringMatching(/^[a-z0-9_ .äé]{1,8}$/)
      .filter((name) => name !== 'constructor' && name !== 'prototype');
    const leaf = fc.string({ unit: 'grapheme', maxLength: 20 });
    const form = fc.letrec<{ node: Form }>((tie) => ({
      node: fc.dictionary(key, fc.oneof({ depthSize: 'small' }, leaf, tie('node')), {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      }),
    })).node;
    fc.assert(fc.property(form, (sent) => expect(decodeForm(encode(sent).join('&'))).toEqual(sent)));
  });

  it.each(['__proto__[a]=1', 'a[__proto__][b]=1', 'a[constructor]=1', 'prototype=1'])('refuses %s', (text) => {
    expect(() => decodeForm(text)).toThrow('Received unknown parameter');
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it.each(['a[=1', '[a]=1', 'a]b=1', 'a[b]c=1'])('refuses the broken name %s', (text) => {
    expect(() => decodeForm(text)).toThrow('Received unknown parameter');
  });

  it('refuses a name that is text and object at once, and absurd depth', () => {
    expect(() => decodeForm('a=1&a[b]=2')).toThrow('Invalid object');
    expect(() => decodeForm(`a${'[b]'.repeat(50)}=1`)).toThrow('Received unknown parameter');
  });
});
