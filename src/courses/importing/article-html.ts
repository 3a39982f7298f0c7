import sanitizeHtml from 'sanitize-html';
import { plainTextHtml } from './plain-text-html.js';

// Their text is not part of the article.
const nonTextTags = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
];
const kept = [
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'br',
  'hr',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'sup',
  'sub',
  'blockquote',
];
const tables = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'];

/** An article from elsewhere as HTML that may stand in our page: structure and words, nothing else. */
export function articleHtml(text: string, isHtml: boolean, title: string): string {
  const html = clean(isHtml ? text : plainTextHtml(text));
  // The page has the title as its heading already.
  const [, first] = /^\s*<h2>(.*?)<\/h2>/s.exec(html) ?? [];
  const body = first && plainWords(first) === title ? html.slice(html.indexOf('</h2>') + 5) : html;
  return scrollingTables(headingIds(body)).trim();
}

export const plainWords = (html: string): string =>
  sanitizeHtml(html.replaceAll('<', ' <'), { allowedTags: [], textFilter: (text) => text })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

function clean(html: string): string {
  // The page's own title is the only h1: an article that begins there moves down by one.
  const shift = /<h1[\s>]/i.test(html) ? 1 : 0;
  const heading = (level: number) => `h${Math.min(level + shift, 6)}`;
  return sanitizeHtml(html, {
    allowedTags: [...kept, ...tables, 'a'],
    allowedAttributes: { a: ['href', 'rel'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags,
    transformTags: {
      ...Object.fromEntries([1, 2, 3, 4, 5].map((level) => [`h${level}`, heading(level)])),
      b: 'strong',
      i: 'em',
      a: sanitizeHtml.simpleTransform('a', { rel: 'external noopener noreferrer' }),
    },
    exclusiveFilter: ({ tag, text }) => /^(p|h\d|li|strong|em)$/.test(tag) && text.trim() === '',
  });
}

const headingIds = (html: string): string => {
  let n = 0;
  return html.replace(/<(h[2-6])>/g, (_, tag: string) => `<${tag} id="a-${(n += 1)}">`);
};

const scrollingTables = (html: string): string => {
  let n = 0;
  return html
    .replace(
      /<table>/g,
      () => `<div class="table-scroll" role="region" tabindex="0" aria-label="Table ${(n += 1)}"><table>`,
    )
    .replace(/<\/table>/g, '</table></div>');
};
