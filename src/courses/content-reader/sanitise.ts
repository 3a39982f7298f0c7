import sanitizeHtml from 'sanitize-html';
import { attributes, elements } from './drawing-rules.js';

const drawingAttributes = [...attributes, 'aria-label', 'focusable'].filter((name) => name !== 'style');

/**
 * The second wall: whatever the Markdown renderer or the drawing reader let through, only these elements and attributes
 * reach a page. Case is kept because SVG depends on it; a name in another case is simply not on the list.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...[
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
        's',
        'code',
        'pre',
        'a',
        'blockquote',
      ],
      ...['div', 'figure', 'figcaption', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'img', ...elements],
    ],
    allowedAttributes: {
      ...Object.fromEntries([...elements].map((name) => [name, drawingAttributes])),
      ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
      a: ['href', 'rel'],
      ol: ['start'],
      div: ['class', 'role', 'tabindex', 'aria-label'],
      blockquote: ['class'],
      figure: ['class'],
      th: ['scope', 'class'],
      td: ['class'],
      img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
    },
    // A picture of a page is one that is kept here.
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && !/^\/pictures\/[0-9a-f]{64}\.(png|jpg|webp)$/.test(attribs['src'] ?? ''),
    allowedSchemes: ['https', 'http', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false },
  });
}
