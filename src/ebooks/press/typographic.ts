/** Straight quotes as a printer sets them. */
export const typographic = (text: string): string =>
  text
    .replace(/(^|[\s([{\u2013\u2014])"/g, '$1\u201c')
    .replaceAll('"', '\u201d')
    .replace(/(^|[\s([{\u2013\u2014\u201c])'/g, '$1\u2018')
    .replaceAll("'", '\u2019');
