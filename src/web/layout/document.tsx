import type { Children } from '@kitajs/html';
import { directionOf, language } from '../words/index.js';
import { tabIcon } from '../mark.js';
import type { PageContext } from '../page-context.js';

interface DocumentProps {
  page: PageContext;
  title: string;
  description?: string;
  bodyClass: string;
  scripts: string[];
  /** What belongs to this page alone. */
  head: JSX.Element;
  children: Children;
}

/** The document around a page: one stylesheet, two fonts asked for early, modules with the nonce. */
export function Document({ page, title, description, bodyClass, scripts, head, children }: DocumentProps): JSX.Element {
  return (
    <>
      {'<!doctype html>'}
      <html lang={language()} dir={directionOf()}>
        <head>
          <meta charset="utf-8" />
          <title safe>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf9f5" />
          <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#131819" />
          {description ? <meta name="description" content={description} /> : ''}
          {head}
          <link rel="icon" type="image/svg+xml" href={tabIcon} />
          <link
            rel="preload"
            as="font"
            type="font/woff2"
            href="/assets/fonts/inter-latin-wght-normal.woff2"
            crossorigin="anonymous"
          />
          <link
            rel="preload"
            as="font"
            type="font/woff2"
            href="/assets/fonts/source-serif-4-latin-wght-normal.woff2"
            crossorigin="anonymous"
          />
          <link rel="stylesheet" href={page.asset('app.css')} />
          {[...new Set(['menu', ...scripts])].map((name) => (
            <script type="module" nonce={page.nonce} src={page.asset(`${name}.js`)} />
          ))}
        </head>
        <body class={bodyClass}>{children}</body>
      </html>
    </>
  );
}
