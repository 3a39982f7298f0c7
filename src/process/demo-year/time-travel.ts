import type { Database } from '../../database/index.js';

/** Asked for by a connection, the clock of the database stands where the demo year is; other connections see the real one. */
const searchPath = 'demo_time,pg_catalog,public';

/** A DSN whose connections live in the demo year. */
export function travelling(url: string): string {
  const dsn = new URL(url);
  dsn.searchParams.set('options', `-c search_path=${searchPath}`);
  return dsn.href;
}

const asking = `current_setting('search_path') LIKE 'demo\\_time%'`;
const shifted = (clock: string) =>
  `SELECT CASE WHEN ${asking} THEN pg_catalog.${clock}() + (SELECT shift FROM demo_time.clock) ELSE pg_catalog.${clock}() END`;

/**
 * Moves the clock of a database for those who ask for it: functions that go before PostgreSQL's own `now()`, and column
 * defaults and functions with a path of their own that are pointed to them, until `end`.
 */
export class TimeTravel {
  constructor(private readonly owner: Database) {}

  async begin(): Promise<void> {
    await this.end();
    await this.owner.execute(`
      CREATE SCHEMA demo_time;
      CREATE TABLE demo_time.clock (shift interval NOT NULL);
      INSERT INTO demo_time.clock VALUES ('0');
      CREATE FUNCTION demo_time.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ ${shifted('now')} $$;
      CREATE FUNCTION demo_time.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ ${shifted('clock_timestamp')} $$;
      GRANT USAGE ON SCHEMA demo_time TO PUBLIC;
      GRANT SELECT ON demo_time.clock TO PUBLIC;`);
    await this.each(
      defaultsWith(
        `~ '\\m(now|clock_timestamp)\\(\\)'`,
        `regexp_replace(expression, '\\m(now|clock_timestamp)\\(\\)', 'demo_time.\\1()', 'g')`,
      ),
    );
    await this.each(`
      SELECT format('ALTER FUNCTION %s SET search_path = demo_time, pg_catalog, public, pg_temp', oid::regprocedure) AS sql
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND 'search_path=public, pg_temp' = ANY (proconfig)`);
  }

  /** From now on it is `instant`, and time goes on from there. */
  async to(instant: Date): Promise<void> {
    await this.owner.rows('UPDATE demo_time.clock SET shift = $1::timestamptz - pg_catalog.clock_timestamp()', [
      instant,
    ]);
  }

  /** Everything is as before; also what a run that was cut off left behind. */
  async end(): Promise<void> {
    await this.each(defaultsWith(`LIKE '%demo\\_time.%'`, `replace(expression, 'demo_time.', '')`));
    await this.each(`
      SELECT format('ALTER FUNCTION %s SET search_path = public, pg_temp', oid::regprocedure) AS sql FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND 'search_path=demo_time, pg_catalog, public, pg_temp' = ANY (proconfig)`);
    await this.owner.execute('DROP SCHEMA IF EXISTS demo_time CASCADE');
  }

  private async each(statements: string): Promise<void> {
    for (const { sql } of await this.owner.rows<{ sql: string }>(statements)) await this.owner.execute(sql);
  }
}

/** Defaults of columns we own whose expression is such, each set to another one. */
const defaultsWith = (such: string, other: string): string => `
  SELECT format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT ', relation, name) || ${other} AS sql
  FROM (SELECT d.adrelid::regclass AS relation, a.attname AS name, pg_get_expr(d.adbin, d.adrelid) AS expression
        FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        JOIN pg_class c ON c.oid = d.adrelid
        WHERE c.relnamespace::regnamespace::text IN ('public', 'pgboss', 'stripe_sandbox') AND a.attgenerated = ''
          AND pg_has_role(c.relowner, 'USAGE')) AS defaults
  WHERE expression ${such}`;
