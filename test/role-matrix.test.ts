import { readdirSync } from 'node:fs';
import { HttpAdapterHost } from '@nestjs/core';
import type { Role } from '../src/web/index.js';
import type { Row } from './role-matrix/row.js';
import { type Client, testApp, type TestApp } from './support/index.js';

const roles: Role[] = ['learner', 'author', 'admin', 'accountant', 'preceptor', 'examiner'];
/** Programs post here that are no browser of ours: a signature or a token says who they are. */
const proveThemselves = new Set(['/stripe/events', '/mail/stop/:token', '/api/mail/reports']);
const readers = ['anonymous', ...roles] as const;

async function checkedInRows(): Promise<Row[]> {
  const files = readdirSync('test/role-matrix').filter((file) => file.endsWith('.ts') && file !== 'row.ts');
  const parts = await Promise.all(
    files.map(async (file) => ((await import(`./role-matrix/${file}`)) as { default: Row[] }).default),
  );
  return parts.flat();
}

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

function routesOf(app: TestApp): string[] {
  const express = app.get(HttpAdapterHost).httpAdapter.getInstance<{ router: { stack: Layer[] } }>();
  return express.router.stack
    .flatMap(({ route }) =>
      route
        ? [route.path]
            .flat()
            .flatMap((path) => Object.keys(route.methods).map((verb) => `${verb.toUpperCase()} ${path}`))
        : [],
    )
    .sort();
}

/** A request to the route with parameters that belong to nobody. */
async function refusalOf(client: Client, row: Row): Promise<'signed out' | 'forbidden' | 'let in'> {
  const path = row.path
    .replace(/:(id|question|attempt\w*|session\w*)\b/g, '01890000-0000-7000-8000-000000000000')
    .replace(/:\w+/g, 'nothing-like-it');
  const answer = await client.raw<{ code?: string } | string>(
    row.method,
    path,
    row.method === 'GET' ? undefined : '{}',
    {
      'content-type': 'application/json',
      accept: 'application/json',
    },
  );
  if (answer.status === 401 && (answer.body as { code?: string }).code === 'unauthenticated') return 'signed out';
  return answer.status === 403 ? 'forbidden' : 'let in';
}

const expected = (row: Row, reader: (typeof readers)[number]) => {
  if (row.allow.includes('anyone')) return 'let in';
  if (reader === 'anonymous') return 'signed out';
  return row.allow.includes('signed-in') || row.allow.includes(reader) ? 'let in' : 'forbidden';
};

describe('the role matrix', () => {
  let app: TestApp;
  let rows: Row[];
  beforeAll(async () => {
    app = await testApp();
    rows = await checkedInRows();
  }, 120_000);
  afterAll(() => app.close());

  it('has exactly one row for every route', () => {
    const named = rows.map((row) => `${row.method} ${row.path}`).sort();
    expect(named).toEqual(routesOf(app));
  });

  it.each(readers)('holds for %s on every route', async (reader) => {
    // Routes that end the session come last.
    const ending = (row: Row) => Number(/^\/(sign-out|api\/session)$/.test(row.path));
    const client = reader === 'anonymous' ? app.client() : await app.signIn(reader);
    const surprises: string[] = [];
    for (const row of [...rows].sort((a, b) => ending(a) - ending(b))) {
      const fresh = ending(row) && reader !== 'anonymous' ? await app.signIn(reader) : client;
      const seen = await refusalOf(fresh, row);
      if (seen !== expected(row, reader))
        surprises.push(`${row.method} ${row.path}: ${seen}, not ${expected(row, reader)}`);
    }
    expect(surprises).toEqual([]);
  });

  it('refuses every write that does not come from a page of ours, whoever is signed in', async () => {
    const admin = await app.signIn('admin');
    for (const row of rows.filter(({ method, path }) => method !== 'GET' && !proveThemselves.has(path))) {
      const path = row.path.replace(/:\w+/g, '01890000-0000-7000-8000-000000000000');
      for (const origin of ['https://evil.example', 'null']) {
        const answer = await admin.raw(row.method, path, '{}', {
          origin,
          'content-type': 'application/json',
          accept: 'application/json',
        });
        expect({ route: `${row.method} ${row.path}`, status: answer.status }).toEqual({
          route: `${row.method} ${row.path}`,
          status: 403,
        });
      }
    }
  });
});
