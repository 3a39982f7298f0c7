/** Between whole and part of a number. */
export type Separator = '.' | ',';

/** Languages whose numbers have a decimal comma; every other exam writes a point. */
const withComma = new Set(['da', 'de', 'es', 'fi', 'fr', 'it', 'nb', 'nl', 'pl', 'pt', 'sv', 'tr']);

export const separatorOf = (language: string): Separator => (withComma.has(language.split('-')[0]!) ? ',' : '.');
