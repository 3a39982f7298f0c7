/** What is translated; the rest is in English, and says so. */
const spoken = [
  /^\/$/,
  /^\/catalogue$/,
  /^\/(bundles|courses)\/[^/]+$/,
  /^\/courses\/[^/]+\/previews\/[^/]+$/,
  /^\/articles(\/[^/]+)?$/,
  /^\/search$/,
  /^\/(sign-in|sign-up)$/,
  /^\/verify$/,
];

export const isSpoken = (path: string): boolean => spoken.some((pattern) => pattern.test(path));
