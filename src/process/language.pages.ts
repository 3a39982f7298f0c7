import { Body, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Config } from '../shared/index.js';
import { safeNextPath } from '../users/index.js';
import { Allow, type Language, languageCookie, languages, PageController, seeOther } from '../web/index.js';

const chosen = z.object({
  language: z.enum(Object.keys(languages) as [Language, ...Language[]]),
  next: z.string().max(1000).optional(),
});
const oneYear = 365 * 86_400_000;

/** Where a reader says which language the pages should speak. */
@PageController('language')
@Allow('anyone')
export class LanguagePages {
  constructor(private readonly config: Config) {}

  @Post()
  choose(
    @Body({ schema: chosen }) { language, next }: z.infer<typeof chosen>,
    @Res({ passthrough: true }) response: Response,
  ): string {
    const { isSecure } = this.config;
    response.cookie(languageCookie, language, { maxAge: oneYear, httpOnly: true, sameSite: 'lax', secure: isSecure });
    return seeOther(response, safeNextPath(next) ?? '/');
  }
}
