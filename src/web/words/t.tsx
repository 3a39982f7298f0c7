import { escapeHtml } from '@kitajs/html';
import { spanish } from './es/index.js';
import { language, type Language } from './language.js';

type Values = Record<string, string | number>;

/** By language, then by English words. */
export const words: Record<Exclude<Language, 'en'>, Record<string, string>> = { es: spanish };

/** English words of the interface in the language of the page; `{name}` stands for a value. What nobody translated stays English. */
export function t(english: string, values: Values = {}): string {
  const to = language();
  const text = to === 'en' ? english : (words[to][english] ?? english);
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A sentence from elsewhere, with the language that it is in: not everything that a form may answer is translated. */
export function spoken(english: string): { lang: string | undefined; text: string } {
  const to = language();
  const known = to === 'en' || Object.hasOwn(words[to], english);
  return { lang: known ? undefined : 'en', text: t(english) };
}

/** `t` of the one or the other, by the number: `{count}` stands for it. */
export const counted = (count: number, one: string, many: string): string =>
  t(count === 1 ? one : many, { count: count.toLocaleString(language()) });

/** Words in the middle of markup. */
export function T({ children }: { children: string }): JSX.Element {
  const safeWords = escapeHtml(t(children));
  return <>{safeWords}</>;
}
