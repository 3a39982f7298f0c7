import type { Chapter } from '../content/book-content.js';
import { typographic } from './typographic.js';
import { escapeXml, parseMarkup, svgNamespace, without, writeNode, type XmlNode } from './xml-tree.js';

/** A page of an EPUB: XHTML with its title. `kind` is its meaning in the book. */
export function epubPage(title: string, kind: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body epub:type="bodymatter"><section epub:type="${kind}" aria-labelledby="top">
${body}
</section></body>
</html>
`;
}

export function chapterPage(chapter: Chapter, number: number): string {
  const title = typographic(chapter.title);
  const sources = chapter.sources.map(({ text, url }) => {
    const words = escapeXml(typographic(text));
    return `<li>${url ? `<a href="${escapeXml(url)}">${words}</a>` : words}</li>`;
  });
  return epubPage(
    title,
    'chapter',
    `<p class="number">Chapter ${number}</p><h1 id="top">${escapeXml(title)}</h1>
<p class="summary">${escapeXml(typographic(chapter.summary))}</p>
${bookMarkup(chapter.html)}
<h2>Sources</h2><ol class="sources">${sources.join('')}</ol>
<p class="reviewed">Clinically reviewed on <time datetime="${chapter.reviewed}">${chapter.reviewed}</time>. Check the current label before you treat.</p>`,
  );
}

/** The markup of a page of ours as books may have it. */
export const bookMarkup = (html: string): string => parseMarkup(html).map(bookNode).map(writeNode).join('');

function bookNode(node: XmlNode): XmlNode {
  if (typeof node === 'string') return typographic(node);
  const { name, attributes } = node;
  if (name === 'svg') return { ...node, attributes: { xmlns: svgNamespace, ...without(node, 'focusable') } };
  const children = node.children.map(bookNode);
  if (name === 'blockquote')
    return { name: 'aside', attributes: { class: attributes['class'] ?? 'callout' }, children };
  if (name === 'div') return { name, attributes: { class: 'table' }, children };
  if (name === 'a') return { name, attributes: { href: attributes['href'] ?? '' }, children };
  return { name, attributes, children };
}
