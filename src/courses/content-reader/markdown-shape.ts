import type { Token } from 'markdown-it';
import { plainText } from './markdown-text.js';

/** Gives headings their ids, call-outs their classes, and pictures a place outside of paragraphs. */
export function calloutsAndHeadings(tokens: Token[], idPrefix: string): void {
  const used = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open')
      token.attrSet('id', idPrefix + unique(slugOf(plainText(tokens[index + 1]!)), used));
    if (token.type === 'blockquote_open') asCallout(tokens, index);
    if (token.type === 'inline' && token.children?.length === 1 && token.children[0]!.type === 'image') {
      tokens[index - 1]!.hidden = true;
      tokens[index + 1]!.hidden = true;
    }
  });
}

/** A quote that begins with one bold word is a call-out of that name: `> **Safety.** …` */
function asCallout(tokens: Token[], open: number): void {
  const inline = tokens[open + 2];
  // An empty text stands before bold text at the start.
  const [first, second] = (inline?.children ?? []).filter((child) => child.type !== 'text' || child.content !== '');
  const name = first?.type === 'strong_open' ? /^([A-Za-z]+)[.:]?$/.exec(second?.content ?? '')?.[1] : undefined;
  if (!name) return;
  tokens[open]!.attrSet('class', `callout callout-${name.toLowerCase()}`);
}

/** Attributes instead of inline styles, which the page's security policy refuses; links that leave say so. */
export function attributesForPages(tokens: Token[]): void {
  for (const token of tokens) {
    const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    if (align) token.attrs = [['class', `align-${align}`]];
    if (token.type === 'th_open') token.attrSet('scope', 'col');
    for (const child of token.children ?? []) {
      if (child.type === 'link_open' && /^https?:/i.test(String(child.attrGet('href') ?? ''))) {
        child.attrSet('rel', 'external noopener noreferrer');
      }
    }
  }
}

const slugOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'section';

function unique(name: string, used: Set<string>): string {
  let candidate = name;
  for (let n = 2; used.has(candidate); n += 1) candidate = `${name}-${n}`;
  used.add(candidate);
  return candidate;
}
