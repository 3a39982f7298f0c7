import type pg from 'pg';

/** Bits of `pg_trigger.tgtype`. */
const bits = { INSERT: 4, DELETE: 8, UPDATE: 16 } as const;

/** What a login may do in the tables of the product: all it needs, and nothing that `refuse_change` refuses. */
const wanted = `
  SELECT r.oid, r.relname AS name,
    CASE WHEN r.relkind = 'v' OR r.relname = 'migrations' THEN ARRAY['SELECT']
    ELSE ARRAY['SELECT']
      || CASE WHEN refused & ${bits.INSERT} = 0 THEN ARRAY['INSERT'] ELSE '{}' END
      || CASE WHEN refused & ${bits.UPDATE} = 0 THEN ARRAY['UPDATE'] ELSE '{}' END
      || CASE WHEN refused & ${bits.DELETE} = 0 THEN ARRAY['DELETE'] ELSE '{}' END END AS rights
  FROM pg_class r CROSS JOIN LATERAL (
    SELECT coalesce(bit_or(t.tgtype), 0::int2) AS refused FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = r.oid AND p.proname = 'refuse_change') AS guarded
  WHERE r.relnamespace = 'public'::regnamespace AND r.relkind IN ('r', 'p', 'v')`;

/**
 * Gives a login the rights of the application, from what the database itself says: append-only tables are those with the
 * trigger that refuses changes, so a new one needs no list. Statements run only where something differs.
 */
export async function grantRights(client: pg.Client, login: string): Promise<void> {
  const role = client.escapeIdentifier(login);
  const { rows } = await client.query<{ name: string; rights: string[] }>(
    `SELECT w.name, w.rights FROM (${wanted}) AS w
     WHERE EXISTS (SELECT FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS one
       WHERE has_table_privilege($1, w.oid, one) <> (one = ANY (w.rights)))
       -- A right to one column is a right too many where the table has none.
       OR (has_any_column_privilege($1, w.oid, 'UPDATE') AND 'UPDATE' <> ALL (w.rights))`,
    [login],
  );
  await client.query('BEGIN');
  try {
    // Databases that were made before PostgreSQL 15 let everybody create.
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    for (const { name, rights } of rows) {
      const table = `public.${client.escapeIdentifier(name)}`;
      await client.query(`REVOKE ALL ON ${table} FROM ${role}, PUBLIC`);
      await client.query(`GRANT ${rights.join(', ')} ON ${table} TO ${role}`);
    }
    await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
    await giveQueue(client, role, login);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The job queue makes tables of its own while it runs: its schema belongs to the application. */
async function giveQueue(client: pg.Client, role: string, login: string): Promise<void> {
  const { rows } = await client.query<{ what: string }>(
    `SELECT format('%s pgboss.%I', CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, relname) AS what
       FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace AND relkind IN ('r', 'p', 'S', 'v') AND relowner <> $1::regrole
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_class.oid AND d.deptype IN ('a', 'i') AND relkind = 'S')
     UNION ALL SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc WHERE pronamespace = 'pgboss'::regnamespace AND proowner <> $1::regrole
     UNION ALL SELECT format('TYPE pgboss.%I', typname) FROM pg_type WHERE typnamespace = 'pgboss'::regnamespace
       AND typtype = 'e' AND typowner <> $1::regrole
     UNION ALL SELECT 'SCHEMA pgboss' FROM pg_namespace WHERE nspname = 'pgboss' AND nspowner <> $1::regrole`,
    [role],
  );
  for (const { what } of rows) await client.query(`ALTER ${what} OWNER TO ${client.escapeIdentifier(login)}`);
}
