/** Numbers with a fraction; every other number of Stripe's parameters is a whole one. */
const fractional = new Set(['percent_off', 'percentage', 'height', 'length', 'weight', 'width']);

/** A schema of the SDK's types, as strict as Stripe itself: the types leave open what its API refuses. */
export function tighten(schema, name = '') {
  if (name.endsWith('_decimal')) return { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };
  if (schema.anyOf) return join(schema.anyOf.map((one) => tighten(one, name)));
  if (Array.isArray(schema.type)) return join(schema.type.map((type) => tighten({ type }, name)));
  if (schema.type === 'null') return null;
  if (schema.const !== undefined) return { enum: [schema.const] };
  if (schema.enum) return { enum: schema.enum };
  if (schema.type === 'number') return { type: fractional.has(name) ? 'number' : 'integer' };
  if (schema.type === 'string') return { type: 'string', minLength: 1 };
  if (schema.type === 'array') return { type: 'array', items: tighten(schema.items, name) };
  if (schema.type === 'object') return tightenObject(schema, name);
  if (schema.type === 'boolean') return { type: 'boolean' };
  throw new Error(`Unknown shape of a parameter (${name}): ${JSON.stringify(schema).slice(0, 200)}`);
}

function tightenObject({ properties = {}, required, additionalProperties }, name) {
  if (typeof additionalProperties === 'object') {
    // Metadata: names nobody knows beforehand; an empty value drops its name.
    const value = tighten(additionalProperties, name);
    return { type: 'object', additionalProperties: value.anyOf ? { type: 'string' } : value };
  }
  const closed = Object.entries(properties).map(([key, value]) => [key, tighten(value, key)]);
  return {
    type: 'object',
    properties: Object.fromEntries(closed.filter(([, value]) => value !== null)),
    ...(required && { required }),
    additionalProperties: false,
  };
}

/**
 * One schema of several. Null is sent as empty text, so a text that may be null may be empty; and where a list of values
 * is known, no other text is one.
 */
function join(all) {
  const mayBeEmpty = all.includes(null);
  const some = all.filter((one) => one !== null).map((one) => (mayBeEmpty && one.minLength ? { type: 'string' } : one));
  const values = some.filter((one) => one.enum).flatMap((one) => one.enum);
  const isListed = values.some((value) => value !== '');
  const others = some.filter((one) => !one.enum && !(isListed && one.type === 'string'));
  const parts = [...(values.length > 0 ? [{ enum: values }] : []), ...others];
  return parts.length === 1 ? parts[0] : { anyOf: parts };
}
