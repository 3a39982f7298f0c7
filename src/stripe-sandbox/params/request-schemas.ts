import { readFileSync } from 'node:fs';

/** A JSON Schema as the generator writes it: only what Stripe's parameters need. */
export interface Schema {
  $ref?: string;
  type?: 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string';
  enum?: (boolean | number | string)[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  minLength?: number;
  pattern?: string;
}

interface Generated {
  shared: Record<string, Schema>;
  requests: Record<string, Schema>;
}

/** The parameters of Stripe's requests ("POST /refunds"), generated from the SDK's types. */
export const generated = JSON.parse(
  readFileSync(new URL('./generated/requests.json', import.meta.url), 'utf8'),
) as Generated;

/** The schema a reference stands for. */
export const resolved = (schema: Schema): Schema =>
  schema.$ref ? generated.shared[schema.$ref.split('/').at(-1)!]! : schema;
