import type { Letter } from '../../mail/index.js';

/** Nothing in it was typed by whoever asked: the address may be a stranger's. */
export const linkMail = (title: string, token: string): Pick<Letter, 'kind' | 'subject' | 'parts'> => ({
  kind: 'ebook-link',
  subject: `Your book: ${title}`,
  parts: [
    `Somebody, we hope you, asked us to send the book "${title}" to this address.`,
    'Confirm that the address is yours, and take the book as PDF and as EPUB.',
    { button: { path: `/ebook-links/${token}`, label: 'Get the book' } },
    'The link works for seven days. If it was not you, do nothing: without your confirmation we forget this address within 30 days.',
  ],
});
