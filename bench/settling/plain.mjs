import pg from 'pg';

/** Recorded statements sent again by pg alone, each prepared under a name, in the same transaction frame. */
export function plainPool(url, max) {
  const pool = new pg.Pool({ connectionString: url, max });
  const names = new Map();
  const nameOf = (text) => names.get(text) ?? names.set(text, `plain_${names.size}`).get(text);
  const settle = async (statements) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const { text, values } of statements) await client.query({ name: nameOf(text), text, values });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  return { pool, settle, statements: () => names.size };
}
