import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind } from '../shared/index.js';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: Record<string, string>;
  requestId: string;
}

const statusOfKind: Record<ErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
};

const titles: Record<number, string> = {
  400: 'The request could not be read',
  401: 'Sign in to continue',
  403: 'Not allowed',
  404: 'Not found',
  409: 'That cannot be done as things stand',
  410: 'No longer available',
  413: 'Too large',
  415: 'Unknown format',
  422: 'Something needs correcting',
  429: 'Too many tries',
  503: 'Not available just now',
};

const failed = 'Something failed on our side. Nothing was lost; please try again in a moment.';

/** What a client is told of an error: of an unexpected one no more than the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    const status = statusOfKind[error.kind];
    const errors = Object.keys(error.fields).length > 0 ? { errors: error.fields } : {};
    return problem(status, error.code, error.message, requestId, errors);
  }
  const status = error instanceof HttpException ? error.getStatus() : (parserStatus(error) ?? textStatus(error));
  if (status === undefined || status >= 500) return problem(500, 'unexpected', failed, requestId);
  return problem(status, codes[status] ?? 'refused', `${titles[status] ?? 'Refused'}.`, requestId);
}

const codes: Record<number, string> = {
  400: 'malformed',
  404: 'not_found',
  413: 'too_large',
  415: 'unknown_format',
  429: 'too_many',
};

const problem = (
  status: number,
  code: string,
  detail: string,
  requestId: string,
  more: Pick<Problem, 'errors'> = {},
): Problem => ({
  type: 'about:blank',
  title: titles[status] ?? 'Something failed',
  status,
  code,
  detail,
  ...more,
  requestId,
});

/** The body parsers throw plain errors that carry a status of 4xx. */
function parserStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

// PostgreSQL's codes for a NUL character in a text and in JSON: no sentence anybody typed has one.
const notText = new Set(['22021', '22P05']);

function textStatus(error: unknown): number | undefined {
  const { code, detail } = (error ?? {}) as { code?: unknown; detail?: unknown };
  // Half a surrogate pair has no code of its own.
  const isHalf = code === '22P02' && /surrogate/.test(String(detail));
  return isHalf || notText.has(String(code)) ? 400 : undefined;
}
