import type { Token } from 'markdown-it';
import type { Problem } from './content-problem.js';
import type { MarkdownText } from './markdown.js';

type Found = Omit<Problem, 'file'>;

const allowedLink = /^(https?:\/\/[^\s]|mailto:[^\s@]+@|\/(?!\/)|#)/i;
const ownPicture = /^pictures\/([a-z0-9]+(?:-[a-z0-9]+)*\.(?:svg|png|jpg|webp))$/;

/** Everything a text may not contain, with its lines. */
export function checkMarkdown(tokens: Token[], text: MarkdownText): Found[] {
  const found: Found[] = [];
  let line = text.firstLine;
  tokens.forEach((token, index) => {
    if (token.map) line = token.map[0] + text.firstLine;
    const message = blockRefused(token);
    if (message) found.push({ line, message });
    if (token.type === 'inline') found.push(...inlineProblems(token, tokens[index - 1]!, line, text));
  });
  return found;
}

function blockRefused(token: Token): string | undefined {
  if (token.type === 'html_block') return 'HTML is not allowed in Markdown.';
  if (token.type === 'heading_open' && token.tag === 'h1') return 'Headings start at ##: the title is the first.';
  return undefined;
}

function inlineProblems(inline: Token, parent: Token, start: number, text: MarkdownText): Found[] {
  const children = inline.children ?? [];
  let line = start;
  return children.flatMap((child) => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1;
    const message = inlineRefused(child, text, children.length === 1 && parent.type === 'paragraph_open');
    return message ? [{ line, message }] : [];
  });
}

function inlineRefused(token: Token, text: MarkdownText, standsAlone: boolean): string | undefined {
  if (token.type === 'html_inline') return 'HTML is not allowed in Markdown.';
  if (token.type === 'link_open' && !allowedLink.test(String(token.attrGet('href') ?? ''))) {
    return `This link is not allowed: ${token.attrGet('href')}. Links begin with https://, mailto: or /.`;
  }
  return token.type === 'image' ? pictureRefused(token, text, standsAlone) : undefined;
}

function pictureRefused(image: Token, { pictures }: MarkdownText, standsAlone: boolean): string | undefined {
  const source = String(image.attrGet('src') ?? '');
  const name = ownPicture.exec(source)?.[1];
  if (!name)
    return `A picture lies in the folder "pictures" as .svg, .png, .jpg or .webp, not at ${source || 'nothing'}.`;
  if (!pictures.has(name)) return `There is no picture ${source}.`;
  if (!pictures.get(name)) return `The picture ${source} was refused.`;
  if (image.content.trim() === '') return `The picture ${source} needs a text that says what it shows.`;
  return standsAlone ? undefined : 'A picture stands in a paragraph of its own.';
}
