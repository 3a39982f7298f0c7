import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const styles = join(import.meta.dirname, 'styles');
const text = (file: string) => readFileSync(join(styles, file), 'utf8');

/** What drawings are made of, from the tokens and the rules of the pages. */
function ownStyle(): string {
  const tokens = text('20-tokens.css').match(/--(draw-\w+|ink|ink-soft|ink-faint|surface|sans): [^;]+;/g)!;
  const rules = text('36-drawings.css')
    .replace(/figure svg(?= \{)/g, 'svg')
    .replaceAll('figure svg ', '');
  // A rule may compare with `<`, which in a drawing would begin an element.
  return `<style><![CDATA[:root { color-scheme: light dark; ${tokens.join(' ')} }\n${rules}]]></style>`;
}

let style: string | undefined;

/**
 * A drawing that stands alone, in an `<img>`: no style sheet of the page reaches it there, so it carries the same one
 * and follows the colour scheme by itself. A drawing with a style of its own stays as it is.
 */
export function styledDrawing(svg: string): string {
  if (svg.includes('<style')) return svg;
  style ??= ownStyle();
  return svg.replace(/<svg\b[^>]*>/, (tag) => `${tag}${style}`);
}
