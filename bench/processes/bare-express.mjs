// The least a page from a database can be: Express, one prepared statement, one template. argv: database, lesson id
import express from 'express';
import pg from 'pg';

const [, , url, lesson] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 12 });
const app = express().disable('x-powered-by').disable('etag');

app.get('/', async (_request, response) => {
  const { rows } = await pool.query({
    name: 'lesson',
    text: 'SELECT title, summary, html FROM lessons WHERE id = $1',
    values: [lesson],
  });
  const { title, summary, html } = rows[0];
  response
    .type('html')
    .send(
      `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${summary}</p>${html}</body></html>`,
    );
});
const server = app.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/`));
