import { resolved, type Schema } from '../params/request-schemas.js';
import type { Form } from './decode-form.js';

export type Typed = boolean | number | string | Typed[] | { [key: string]: Typed };

/** The form's texts as the values a schema asks for. What does not fit stays text, for the check to refuse. */
export function typedForm(value: string | Form, schema: Schema | undefined): Typed {
  const wanted = schema ? alternative(resolved(schema), value) : undefined;
  if (typeof value === 'string') return typedText(value, wanted);
  if (wanted?.type === 'array' && Object.keys(value).every((key) => /^\d+$/.test(key))) {
    const keys = Object.keys(value).sort((a, b) => Number(a) - Number(b));
    return keys.map((key) => typedForm(value[key]!, wanted.items));
  }
  const member = (key: string) => wanted?.properties?.[key] ?? (wanted?.additionalProperties || undefined);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typedForm(inner, member(key))]));
}

/** The alternative that a value of this form can be. */
function alternative(schema: Schema, value: string | Form): Schema {
  if (!schema.anyOf) return schema;
  const all = schema.anyOf.map(resolved);
  const isNested = (one: Schema) => one.type === 'array' || one.type === 'object';
  const fitting = all.filter((one) => isNested(one) === (typeof value !== 'string'));
  const turned = (one: Schema) => typeof value === 'string' && typeof typedText(value, one) !== 'string';
  return all.find((one) => one.enum?.includes(value as string)) ?? fitting.find(turned) ?? fitting[0] ?? schema;
}

function typedText(text: string, schema: Schema | undefined): Typed {
  const type = schema?.type ?? typeof schema?.enum?.[0];
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === 'number' && /^-?\d{1,12}(\.\d{1,12})?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
