import MarkdownIt, { type Token } from 'markdown-it';
import type { Problem } from './content-problem.js';
import type { Pictures } from './pictures.js';
import { checkMarkdown } from './markdown-check.js';
import { attributesForPages, calloutsAndHeadings } from './markdown-shape.js';
import { plainText } from './markdown-text.js';
import { sanitise } from './sanitise.js';

export interface MarkdownText {
  markdown: string;
  /** The line of its file on which the text begins. */
  firstLine: number;
  /** What ids in the HTML begin with: unique for each text that can stand on the same page. */
  idPrefix: string;
  pictures: Pictures;
}

export interface RenderedMarkdown {
  html: string;
  problems: Omit<Problem, 'file'>[];
}

// `html: true` so that HTML is seen as such and refused; it is never rendered.
const reader = new MarkdownIt({ html: true, linkify: false, typographer: false });
reader.validateLink = () => true;

/** Makes a text into HTML that is safe to stand in a page. Costs milliseconds: done once, at import. */
export function renderMarkdown(text: MarkdownText): RenderedMarkdown {
  const tokens = reader.parse(text.markdown, {});
  const problems = checkMarkdown(tokens, text);
  if (problems.length > 0) return { html: '', problems };
  calloutsAndHeadings(tokens, text.idPrefix);
  attributesForPages(tokens);
  return { html: sanitise(rendererFor(text).render(tokens, reader.options, {})), problems };
}

function rendererFor({ pictures, idPrefix }: MarkdownText): InstanceType<typeof MarkdownIt>['renderer'] {
  const { renderer } = new MarkdownIt({ html: false });
  let tables = 0;
  let shown = 0;
  renderer.rules['table_open'] = (tokens, index) => {
    tables += 1;
    const label = `Table ${tables}${headingBefore(tokens, index)}`;
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${escapeHtml(label)}"><table>`;
  };
  renderer.rules['table_close'] = () => '</table></div>\n';
  renderer.rules['image'] = (tokens, index) => {
    const image = tokens[index]!;
    shown += 1;
    const name = String(image.attrGet('src')).replace('pictures/', '');
    const drawing = pictures.get(name)!.markup(image.content, `${idPrefix}p${shown}-`);
    const caption = String(image.attrGet('title') ?? '');
    return `<figure class="picture">${drawing}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`;
  };
  // The check before made sure that there is none.
  renderer.rules['html_block'] = renderer.rules['html_inline'] = (tokens, index) => escapeHtml(tokens[index]!.content);
  return renderer;
}

function headingBefore(tokens: Token[], index: number): string {
  const at = tokens.slice(0, index).findLastIndex((token) => token.type === 'heading_open');
  const text = at < 0 ? '' : plainText(tokens[at + 1]!);
  return text ? `: ${text}` : '';
}

const { escapeHtml } = reader.utils;
