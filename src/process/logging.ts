import type { LoggerService, LogLevel } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { type Config, newId } from '../shared/index.js';

const quiet = /^\/(assets|health)\//;

/** Structured lines with the request's id; nothing that could carry a secret is written. */
export function logging(config: Config) {
  const logger = pino({ level: config.values.LOG_LEVEL, base: { node: process.pid } });
  const requestLog = pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = newId();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => quiet.test(request.url ?? '') },
    quietReqLogger: true,
    // Addresses with a secret in them (confirm, reset) are cut after the word; queries are left out.
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: pathOf(request.url) }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
  return { logger, requestLog };
}

const pathOf = (url: string) => url.replace(/\?.*$/, '').replace(/^\/(confirm|reset-password)\/.+/, '/$1/…');

/** Nest's own messages and those of our rooms through the same log. */
export class NestLogs implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    // Nest tells of every route it maps.
    this.write('debug', message, context);
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    this.write('error', message, typeof context === 'string' ? context : undefined);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  private write(level: Extract<LogLevel, 'error' | 'warn' | 'debug'> | 'trace', message: unknown, context?: string) {
    if (message instanceof Error) this.logger[level]({ context, err: message });
    else if (typeof message === 'object' && message !== null) this.logger[level]({ context, ...message });
    else this.logger[level]({ context }, String(message));
  }
}
