import { request } from '../support/client.mjs';
import { median } from '../support/figures.mjs';

const words = ['toxin', 'hyaluronic acid', 'masseter depth', '"vascular occlusion"', 'hyaluronidaze', 'lesson 77'];
const each = 30;

/** The search of a learner who studies everything, first with what is shipped, then with 10,000 lessons: median ms. */
export async function measureSearch({ sql, product, reader }) {
  const ways = [];
  for (const lessons of [0, 10_000]) {
    if (lessons > 0) await makeLessons(sql, lessons, reader.id);
    const { rows } = await sql.query('SELECT count(*)::int AS count FROM lessons');
    const times = [];
    for (let at = 0; at < each; at++)
      for (const q of words) {
        const began = performance.now();
        const answer = await request(`${product.url}/api/search?q=${encodeURIComponent(q)}`, {
          headers: { cookie: reader.cookie },
        });
        if (answer.status !== 200) throw new Error(`${q}: ${answer.status}`);
        times.push(performance.now() - began);
      }
    ways.push({ lessons: rows[0].count, median: median(times), worst: Math.max(...times) });
  }
  return ways;
}

/** Courses of 100 lessons each, with texts of about 600 words, studied by the reader. */
async function makeLessons(sql, count, readerId) {
  await sql.query(
    `WITH made AS (
       INSERT INTO courses (id, slug, current_edition_id)
       SELECT uuidv7(), 'bench-' || n, uuidv7() FROM generate_series(1, $1 / 100) AS n RETURNING id, slug, current_edition_id
     ), editions AS (
       INSERT INTO editions (id, course_id, number, content_hash, title, summary, audience, minutes, reviewed_on, reviewed_by,
         objectives, intro_html, outline, item_count)
       SELECT current_edition_id, id, 1, slug, 'Course ' || slug, 'A course', 'Injectors', 60, '2026-11-01', 'Bench', '[]', '<p>A course</p>', '[]', 1
       FROM made RETURNING id, course_id
     ), studied AS (
       INSERT INTO enrollments (id, person_id, course_id, edition_id) SELECT uuidv7(), $2, course_id, id FROM editions RETURNING id
     ), granted AS (
       INSERT INTO grants (id, enrollment_id, source_kind, source_id) SELECT uuidv7(), id, 'bench', id FROM studied
     ) SELECT 1`,
    [count, readerId],
  );
  await sql.query(
    `INSERT INTO lessons (id, edition_id, slug, position, title, summary, minutes, reviewed_on, html, sources)
     SELECT uuidv7(), e.id, 'lesson-' || n, n, 'Lesson ' || n, 'What it says', 10, '2026-11-01', (
       SELECT string_agg(CASE WHEN w % 60 = 0 THEN '<h2>' || word || '</h2>' ELSE word END, ' ') FROM (
         SELECT w, (ARRAY['toxin','filler','masseter','depth','needle','occlusion','vascular','acid','hyaluronic','dose','unit',
           'muscle','frontalis','glabella','artery','angular','labial','cannula','patient','review','onset','effect'])
           [1 + (w * 7 + n * 13 + w * n) % 22] || CASE WHEN w % 9 = 0 THEN chr(97 + (w * n) % 26) || 'word' || (w + n) % 500 ELSE '' END
           AS word FROM generate_series(1, 600) AS w) AS written), '[]'
     FROM editions e JOIN courses c ON c.id = e.course_id CROSS JOIN generate_series(1, 100) AS n WHERE c.slug LIKE 'bench-%'`,
  );
  await sql.query('ANALYZE');
}
