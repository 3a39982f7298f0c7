import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../shared/index.js';
import { type Problem, problemOf } from './problem.js';
import { pageOf, viewerOf, type WebRequest } from './request.js';
import { ErrorPage } from './views/error-page.js';

/** Every refusal and failure leaves through here: as a page for people, as problem JSON for programs. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<WebRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error({ msg: 'request failed', requestId: request.id, err: error });
    if (response.headersSent) return void response.destroy();
    const wait = error instanceof DomainError ? error.data?.retryAfterSeconds : undefined;
    if (typeof wait === 'number') response.setHeader('Retry-After', String(Math.ceil(wait)));
    if (wantsJson(request)) return this.json(response, problem, error);
    if (problem.status === 401 && request.method === 'GET' && !viewerOf(request)) {
      return response.redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    }
    response.status(problem.status).type('html');
    void Promise.resolve(ErrorPage({ page: pageOf(request), problem })).then((html) => response.send(html));
  }

  private json(response: Response, problem: Problem, error: unknown): void {
    const data = error instanceof DomainError ? error.data : undefined;
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, ...data }));
  }
}

/** True when the answer should be JSON: below `/api`, or because the client prefers it. */
export function wantsJson(request: WebRequest): boolean {
  const machineOnly = request.path.startsWith('/api/') || request.path.startsWith('/stripe/');
  return machineOnly || request.accepts(['html', 'json']) === 'json';
}
