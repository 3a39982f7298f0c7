import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from '../support/client.mjs';
import { compare } from '../support/load.mjs';
import { makeLearners, enroll, password } from '../support/people.mjs';
import { startProcess } from '../support/processes.mjs';

const processes = join(import.meta.dirname, '../processes');

/** Pages and calls that people make most, beside a bare page and a bare page from the database. */
export async function measurePages({ sql, product, postgres, folder, rounds }) {
  const lesson = await typicalLesson(sql);
  const [reader, ...others] = await makeLearners(sql, 65);
  await enroll(sql, [reader]);
  const signIn = (person) => ({ email: person.email, password });
  const session = await request(`${product.url}/api/session`, { method: 'POST', json: signIn(reader) });
  const signedIn = { cookie: session.headers['set-cookie'][0].split(';')[0] };
  const lessonUrl = `${product.url}/learn/${lesson.course}/${lesson.slug}`;
  const page = await request(lessonUrl, { headers: signedIn });
  const file = join(folder, 'lesson.html');
  writeFileSync(file, page.text);

  const http = await startProcess('bare http', join(processes, 'bare-http.mjs'), { args: [file], env: production });
  const args = [postgres.url, lesson.id];
  const express = await startProcess('bare Express', join(processes, 'bare-express.mjs'), { args, env: production });
  const at = (name, path, more) => ({ name, pid: product.pid, url: `${product.url}${path}`, ...more });
  const posted = { method: 'POST', headers: { origin: product.url, 'content-type': 'application/json' } };
  const basket = JSON.stringify({ items: [{ product: lesson.bundle }] });
  const signIns = others.map((person) => ({ ...posted, path: '/api/session', body: JSON.stringify(signIn(person)) }));
  const targets = {
    http: { name: 'bare node:http, the same bytes', pid: http.pid, url: http.matched[1] },
    express: { name: 'bare Express, one query', pid: express.pid, url: express.matched[1] },
    // Thousands of requests pass before V8 has compiled all of a page's way.
    lesson: { name: 'lesson page, signed in', pid: product.pid, url: lessonUrl, headers: signedIn, warmUp: 8 },
    zipped: {
      name: 'lesson page, compressed',
      pid: product.pid,
      url: lessonUrl,
      headers: { ...signedIn, 'accept-encoding': 'gzip' },
    },
    catalogue: at('catalogue page', '/catalogue'),
    catalogueApi: at('GET /api/catalogue', '/api/catalogue'),
    bundle: at('bundle page', `/bundles/${lesson.bundle}`),
    quote: at('POST /api/quotes', '/api/quotes', { ...posted, body: basket }),
    signIn: at('signing in (argon2)', '/api/session', { requests: signIns }),
  };
  const measured = await compare(Object.values(targets), postgres.pid, { rounds });
  await Promise.all([http.stop(), express.stop()]);
  return {
    reader,
    lesson: { ...lesson, bytes: Buffer.byteLength(page.text) },
    targets,
    rows: Object.fromEntries(Object.keys(targets).map((name, at) => [name, measured[at]])),
  };
}

const production = { NODE_ENV: 'production' };

/** The lesson of median length among those without an article in them, and the bundle that is sold. */
async function typicalLesson(sql) {
  const { rows } = await sql.query(
    `SELECT l.id, l.slug, c.slug AS course, (SELECT slug FROM products WHERE kind = 'bundle' ORDER BY slug LIMIT 1) AS bundle
     FROM lessons l JOIN courses c ON c.current_edition_id = l.edition_id WHERE l.article_slug IS NULL
     ORDER BY length(l.html), l.slug OFFSET (SELECT count(*) / 2 FROM lessons WHERE article_slug IS NULL) LIMIT 1`,
  );
  return rows[0];
}
