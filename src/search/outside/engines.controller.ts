import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Config } from '../../shared/index.js';
import { Allow, sendFresh, xmlText } from '../../web/index.js';
import { PublicPageQueries } from './public-page.queries.js';

const seconds = 3600;
/** Pages that stay, without a date of their own. */
const standing = ['/', '/catalogue', '/articles', '/ebooks', '/certifications', '/verify'];
/** Where somebody works or studies, and what says the same in other ways. */
const kept = ['/account', '/admin', '/api/', '/author', '/bank', '/books', '/checkout', '/comments', '/examiners'];
const keptToo = ['/learn', '/moderation', '/orders', '/search', '/sign-in', '/sign-up', '/*?print'];

/** What engines of others are told: what there is, and what is not theirs. */
@Controller()
@ApiExcludeController()
@Allow('anyone')
export class Engines {
  constructor(
    private readonly pages: PublicPageQueries,
    private readonly config: Config,
  ) {}

  /** A demo is nothing to be found. */
  @Get('robots.txt')
  robots(@Res({ passthrough: true }) response: Response): string {
    const rules = this.config.demo ? ['Disallow: /'] : [...kept, ...keptToo].map((path) => `Disallow: ${path}`);
    const map = this.config.demo ? [] : ['', `Sitemap: ${this.config.baseUrl}/sitemap.xml`];
    const body = ['User-agent: *', ...rules, ...map, ''].join('\n');
    return sendFresh(response, { type: 'text/plain', body, seconds });
  }

  @Get('sitemap.xml')
  async map(@Res({ passthrough: true }) response: Response): Promise<string> {
    const pages = await this.pages.list();
    const { baseUrl } = this.config;
    const line = (path: string, changedAt?: Date) =>
      `<url><loc>${xmlText(baseUrl + path)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>\n`;
    const body = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${standing.map((path) => line(path)).join('')}${pages.map(({ path, changedAt }) => line(path, changedAt)).join('')}</urlset>
`;
    return sendFresh(response, { type: 'application/xml', body, changedAt: pages[0]?.changedAt, seconds });
  }
}
