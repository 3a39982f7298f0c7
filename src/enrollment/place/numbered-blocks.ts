const tag = /<(\/?)([a-zA-Z][\w:-]*)([^>]*?)(\/?)>/g;
const empty = new Set(['br', 'hr', 'img']);

/**
 * Gives every block of a rendered text an id, so that a place in it can be named: headings keep theirs, the others are
 * numbered. The text of an edition never changes, so neither do they. Rendered texts are well-formed: the sanitiser wrote them.
 */
export function numberedBlocks(html: string, prefix: string): string {
  let depth = 0;
  let count = 0;
  return html.replace(tag, (whole, closes: string, name: string, attributes: string, closed: string) => {
    if (closes) {
      depth -= 1;
      return whole;
    }
    const isBlock = depth === 0;
    if (!closed && !empty.has(name)) depth += 1;
    if (!isBlock) return whole;
    count += 1;
    if (/\sid="/.test(attributes)) return whole;
    return `<${name} id="${prefix}${count}"${attributes}${closed}>`;
  });
}

const known = new WeakMap<object, string>();

/** The same, once for each text that is kept in memory. */
export function numberedOnce(of: { html: string }, prefix: string): string {
  const numbered = known.get(of) ?? numberedBlocks(of.html, prefix);
  known.set(of, numbered);
  return numbered;
}
