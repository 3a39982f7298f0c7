import type { MigrationInterface, QueryRunner } from 'typeorm';

const sources = ['lessons', 'articles', 'editions', 'bundles', 'products'] as const;

/** What can be found, kept by the database itself in the transaction that publishes, so that it cannot drift from what is read. */
export class Search1764000000963 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await db.query(`
      CREATE TABLE search_documents (
        kind text NOT NULL CONSTRAINT ck_search_documents_kind CHECK (kind IN ('lesson', 'article', 'course', 'bundle')),
        key text NOT NULL,
        -- Of a course: this edition. Of a lesson: the edition it belongs to.
        edition_id uuid,
        path text NOT NULL,
        title text NOT NULL,
        part_of text,
        text text NOT NULL,
        vector tsvector NOT NULL,
        CONSTRAINT pk_search_documents PRIMARY KEY (kind, key),
        CONSTRAINT ck_search_documents_edition CHECK ((edition_id IS NOT NULL) = (kind IN ('lesson', 'course')))
      )`);
    await db.query('CREATE INDEX ix_search_documents_vector ON search_documents USING gin (vector)');
    await db.query('CREATE TABLE search_words (word text NOT NULL CONSTRAINT pk_search_words PRIMARY KEY)');
    await db.query('CREATE INDEX ix_search_words_like ON search_words USING gin (word gin_trgm_ops)');
    await this.reading(db);
    await this.keeping(db);
    for (const table of sources)
      await db.query(`
        CREATE TRIGGER ${table}_search AFTER INSERT ${table === 'bundles' || table === 'products' ? 'OR UPDATE' : ''} ON ${table}
        FOR EACH ROW EXECUTE FUNCTION keep_found_${table}()`);
    await db.query('SELECT public.find_lesson(id) FROM lessons');
    await db.query('SELECT public.find_article(id) FROM (SELECT id FROM articles ORDER BY slug, number) AS a');
    await db.query('SELECT public.find_edition(id) FROM editions');
    await db.query('SELECT public.find_bundle(product_id) FROM bundles');
  }

  /** Functions name the schema: a restore runs without a search path. */
  private async reading(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION html_words(html text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT btrim(regexp_replace(replace(replace(replace(replace(replace(replace(
          regexp_replace(html, '<[^>]*>', ' ', 'g'),
          '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&'), '\\s+', ' ', 'g')) $$`);
    await db.query(`
      CREATE FUNCTION html_headings(html text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(string_agg(public.html_words(found[1]), ' '), '')
        FROM regexp_matches(html, '<h[2-4][^>]*>(.*?)</h[2-4]>', 'g') AS found $$`);
    await db.query(`
      CREATE FUNCTION find_document(
        of_kind text, of_key text, of_edition uuid, at_path text, titled text, of_part text, summed text, html text
      ) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        words text := public.html_words(html);
      BEGIN
        INSERT INTO public.search_documents AS d (kind, key, edition_id, path, title, part_of, text, vector)
        VALUES (of_kind, of_key, of_edition, at_path, titled, of_part, summed || ' ' || words,
          setweight(to_tsvector('pg_catalog.english', titled), 'A')
          || setweight(to_tsvector('pg_catalog.english', summed), 'B')
          || setweight(to_tsvector('pg_catalog.english', public.html_headings(html)), 'C')
          || setweight(to_tsvector('pg_catalog.english', words), 'D'))
        ON CONFLICT (kind, key) DO UPDATE SET path = excluded.path, title = excluded.title, part_of = excluded.part_of,
          text = excluded.text, vector = excluded.vector;
        INSERT INTO public.search_words (word)
        SELECT DISTINCT word FROM unnest(tsvector_to_array(
          to_tsvector('pg_catalog.simple', titled || ' ' || summed || ' ' || words))) AS word
        WHERE word ~ '^[[:alpha:]]{4,40}$' ORDER BY word ON CONFLICT DO NOTHING;
      END $$`);
  }

  private async keeping(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION find_lesson(of_id uuid) RETURNS void LANGUAGE sql AS $$
        SELECT public.find_document('lesson', l.id::text, l.edition_id, '/learn/' || c.slug || '/' || l.slug, l.title, e.title,
          l.summary, l.html)
        FROM public.lessons l JOIN public.editions e ON e.id = l.edition_id JOIN public.courses c ON c.id = e.course_id
        WHERE l.id = of_id $$`);
    await db.query(`
      CREATE FUNCTION find_article(of_id uuid) RETURNS void LANGUAGE sql AS $$
        SELECT public.find_document('article', a.slug, NULL, '/articles/' || a.slug, a.title, NULL,
          a.summary || ' ' || a.abstract, a.html)
        FROM public.articles a WHERE a.id = of_id $$`);
    await db.query(`
      CREATE FUNCTION find_edition(of_id uuid) RETURNS void LANGUAGE sql AS $$
        SELECT public.find_document('course', e.id::text, e.id, '/courses/' || c.slug, e.title, NULL,
          e.summary || ' ' || e.audience,
          (SELECT coalesce(string_agg(value, ' '), '') FROM jsonb_array_elements_text(e.objectives)) || ' ' || e.intro_html)
        FROM public.editions e JOIN public.courses c ON c.id = e.course_id WHERE e.id = of_id $$`);
    await db.query(`
      CREATE FUNCTION find_bundle(of_id uuid) RETURNS void LANGUAGE sql AS $$
        SELECT public.find_document('bundle', p.id::text, NULL, '/bundles/' || p.slug, p.title, NULL, b.summary, b.body_html)
        FROM public.products p JOIN public.bundles b ON b.product_id = p.id WHERE p.id = of_id $$`);
    const keep = { lessons: 'find_lesson(NEW.id)', articles: 'find_article(NEW.id)', editions: 'find_edition(NEW.id)' };
    const sold = { bundles: 'find_bundle(NEW.product_id)', products: 'find_bundle(NEW.id)' };
    for (const [table, call] of Object.entries({ ...keep, ...sold }))
      await db.query(`
        CREATE FUNCTION keep_found_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM public.${call};
          RETURN NULL;
        END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of sources) {
      await db.query(`DROP TRIGGER ${table}_search ON ${table}`);
      await db.query(`DROP FUNCTION keep_found_${table}`);
    }
    for (const name of ['find_bundle', 'find_edition', 'find_article', 'find_lesson', 'find_document'])
      await db.query(`DROP FUNCTION ${name}`);
    await db.query('DROP FUNCTION html_headings, html_words');
    await db.query('DROP TABLE search_words, search_documents');
    await db.query('DROP EXTENSION pg_trgm');
  }
}
