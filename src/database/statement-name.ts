import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** Far more than the product has; beyond it a text is not a constant, and is not worth preparing. */
const mostNames = 2_000;

/** The name under which a constant statement is prepared: PostgreSQL then parses it once per connection. */
export function statementName(sql: string): string | undefined {
  let name = names.get(sql);
  if (!name) {
    if (names.size >= mostNames) return undefined;
    name = `g_${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`;
    names.set(sql, name);
  }
  return name;
}
