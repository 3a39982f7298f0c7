import type { Token } from 'markdown-it';

/** The words of a heading, without its marks. */
export const plainText = (inline: Token): string =>
  (inline.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
