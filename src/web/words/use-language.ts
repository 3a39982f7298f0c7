import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { type Language, languages, speak } from './language.js';
import { isSpoken } from './spoken-paths.js';

export const languageCookie = 'language';

const cookieValue = new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z]{2})(?:;|$)`);
const known = (name: string | undefined): Language | undefined =>
  name !== undefined && Object.hasOwn(languages, name) ? (name as Language) : undefined;

/** The language that was chosen at the foot of a page, else the one that the browser asks for. */
export function askedOf({ headers, acceptsLanguages }: Pick<Request, 'headers' | 'acceptsLanguages'>): Language {
  const chosen = known(cookieValue.exec(headers.cookie ?? '')?.[1]);
  return chosen ?? known(acceptsLanguages(Object.keys(languages)) || undefined) ?? 'en';
}

/** Pages that are translated speak the language of their reader. */
export function useLanguage(app: INestApplication): void {
  app.use((request: Request, response: Response, next: NextFunction): void => {
    if (/^\/(api|assets|health|stripe)\//.test(request.path)) return next();
    const asked = askedOf({ headers: request.headers, acceptsLanguages: request.acceptsLanguages.bind(request) });
    if (request.method === 'GET') response.vary('Accept-Language');
    speak({ language: isSpoken(request.path) ? asked : 'en', asked }, next);
  });
}
