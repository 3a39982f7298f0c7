import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The name under which a constant statement is prepared: PostgreSQL then parses it once per connection. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (!name) {
    name = `g_${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`;
    names.set(sql, name);
  }
  return name;
}
