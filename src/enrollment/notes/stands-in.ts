const marks: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const texts = new WeakMap<object, string>();

/** The words of a rendered text, as a browser selects them. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (mark) => marks[mark]!)
    .replace(/\s+/g, ' ');

/** Whether a passage stands in a text. */
export function standsIn(text: { html: string }, quote: string): boolean {
  const words = texts.get(text) ?? wordsOf(text.html);
  texts.set(text, words);
  return words.includes(quote.replace(/\s+/g, ' ').trim());
}
