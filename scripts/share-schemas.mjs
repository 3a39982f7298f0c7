const worthwhile = 60;

/** Parts that occur more than once are written once, as `shared`, and referred to. */
export function share(requests) {
  const seen = new Map();
  const count = (schema) => {
    if (typeof schema !== 'object' || schema === null) return;
    if (!Array.isArray(schema) && isSchema(schema)) {
      const text = JSON.stringify(schema);
      if (text.length >= worthwhile) {
        const times = (seen.get(text) ?? 0) + 1;
        seen.set(text, times);
        // What is inside a part met before was counted then.
        if (times > 1) return;
      }
    }
    for (const inner of Object.values(schema)) count(inner);
  };
  Object.values(requests).forEach(count);
  const names = new Map();
  const shared = {};
  const write = (schema, isRoot = false) => {
    if (typeof schema !== 'object' || schema === null) return schema;
    if (Array.isArray(schema)) return schema.map((one) => write(one));
    const text = JSON.stringify(schema);
    if (!isRoot && seen.get(text) > 1) {
      if (!names.has(text)) {
        const name = `s${names.size + 1}`;
        names.set(text, name);
        shared[name] = write(schema, true);
      }
      return { $ref: `shared#/definitions/${names.get(text)}` };
    }
    return Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, write(inner)]));
  };
  const rewritten = Object.fromEntries(Object.entries(requests).map(([key, schema]) => [key, write(schema, true)]));
  return { shared, requests: rewritten };
}

/** A schema, not a map of properties by name. */
const isSchema = (value) => typeof value.type === 'string' || Array.isArray(value.enum) || Array.isArray(value.anyOf);
