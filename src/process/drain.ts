import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Longer than this no request is waited for; jobs and the database need the rest of the ten seconds. */
const patience = 4_000;

/** Stops listening and waits for the requests that run; connections that are kept alive are told to close. */
export function drain(app: NestExpressApplication): Promise<void> {
  const server = app.getHttpServer();
  if (!server.listening) return Promise.resolve();
  return new Promise((drained) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(cut);
      drained();
    });
    server.closeIdleConnections();
  });
}

/** While the process stops, every answer is the last one on its connection. */
export const lastAnswers =
  (server: () => Server) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    if (!server().listening) response.setHeader('Connection', 'close');
    next();
  };
