import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { DomainError } from '../shared/index.js';
import { sendPieces } from './csv.js';

/** A server of one file; `done` is what became of sending it. */
async function serving(pieces: AsyncIterable<string>) {
  const done = Promise.withResolvers<unknown>();
  const server = express()
    .get('/', (_request, response) => {
      sendPieces(response, { name: 'journal.txt', type: 'text/plain; charset=utf-8', pieces }).then(
        () => done.resolve('sent'),
        (error: unknown) => {
          response.destroy();
          done.resolve(error);
        },
      );
    })
    .listen(0);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    done: done.promise,
    close: () => server.close(),
  };
}

describe('a file that is written while it is sent', () => {
  it('arrives whole, in order, under its name', async () => {
    const parts = Array.from({ length: 300 }, (_, part) => `${part} ${'x'.repeat(10_000)}\n`);
    const { url, done, close } = await serving(
      (async function* () {
        for (const part of parts) yield await Promise.resolve(part);
      })(),
    );
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('journal.txt');
    expect(await answer.text()).toBe(parts.join(''));
    expect(await done).toBe('sent');
    close();
  });

  it('is read no further once the reader has left', async () => {
    const stopped = Promise.withResolvers<void>();
    const { url, done, close } = await serving(
      (async function* () {
        try {
          for (;;) yield await Promise.resolve('x'.repeat(100_000));
        } finally {
          stopped.resolve();
        }
      })(),
    );
    const leaving = new AbortController();
    const answer = await fetch(url, { signal: leaving.signal });
    await answer.body!.getReader().read();
    leaving.abort();
    await stopped.promise;
    const error = (await done) as DomainError;
    expect([error instanceof DomainError, error.code]).toEqual([true, 'gone_away']);
    close();
  });

  it('never looks whole when it broke off', async () => {
    const { url, close } = await serving(
      (async function* () {
        yield await Promise.resolve('half');
        throw new Error('no more');
      })(),
    );
    await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
    close();
  });
});
