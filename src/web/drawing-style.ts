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

let printed: string | undefined;

/** The rules of drawings on white paper, with plain colours: for whoever knows neither schemes nor variables. */
export function printedDrawingStyle(): string {
  printed ??= text('36-drawings.css')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/^\s*@layer base \{|\}\s*$/g, '')
    .replace(/figure svg \{/g, 'svg {')
    .replaceAll('figure svg ', '')
    .replaceAll('var(--sans)', 'Inter, sans-serif')
    .replace(/font-weight: 560/g, 'font-weight: 500')
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => lightColour(name))
    .replace(/\s+/g, ' ')
    .trim();
  return printed;
}

const lightColour = (name: string): string =>
  new RegExp(`--${name}: light-dark\\(([^,]+),`).exec(text('20-tokens.css'))?.[1] ?? 'currentColor';

/** A drawing for paper: it carries its own rules. */
export const printedDrawing = (svg: string): string =>
  svg.replace(/<svg\b[^>]*>/, (tag) => `${tag}<style>${printedDrawingStyle()}</style>`);
