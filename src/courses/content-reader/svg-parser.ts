/** An element of a drawing. */
export interface SvgElement {
  name: string;
  attributes: Map<string, string>;
  children: (SvgElement | string)[];
  line: number;
}

/** What is wrong with a drawing, and on which of its lines. */
export class DrawingRefused extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const prolog = /^\uFEFF?\s*(<\?xml\s[^?>]*\?>\s*)?/;
const token =
  /<!--(?:(?!--)[^])*-->|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Reads the plain part of XML that a drawing needs: elements, quoted attributes, text and comments. Everything else
 * (DOCTYPE, entities, CDATA, processing instructions) is refused, so that no two readers can disagree on the text.
 * @throws DrawingRefused
 */
export function parseSvg(text: string): SvgElement {
  const root: SvgElement = { name: '', attributes: new Map(), children: [], line: 1 };
  const open: SvgElement[] = [root];
  token.lastIndex = prolog.exec(text)![0].length;
  let line = lines(text.slice(0, token.lastIndex)) + 1;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match)
      throw new DrawingRefused(
        line,
        'This is not plain SVG: only elements, attributes, text and comments may stand here.',
      );
    const [whole, closing, opening, attributes = '', empty] = match;
    const parent = open.at(-1)!;
    if (closing) {
      if (open.length === 1 || open.pop()!.name !== closing)
        throw new DrawingRefused(line, `</${closing}> closes nothing.`);
    } else if (opening) {
      const element = { name: opening, attributes: attributesOf(attributes, line), children: [], line };
      parent.children.push(element);
      if (!empty) open.push(element);
      if (open.length > 40) throw new DrawingRefused(line, 'The elements are nested too deeply.');
    } else if (!whole.startsWith('<!--')) {
      parent.children.push(plain(whole, line));
    }
    line += lines(whole);
  }
  if (open.length > 1) throw new DrawingRefused(open.at(-1)!.line, `<${open.at(-1)!.name}> is never closed.`);
  const [drawing, ...more] = root.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (!drawing || typeof drawing === 'string' || more.length > 0)
    throw new DrawingRefused(1, 'The file must be one <svg> element.');
  return drawing;
}

function attributesOf(text: string, line: number): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(attribute)) {
    if (attributes.has(name!)) throw new DrawingRefused(line, `The attribute ${name} stands here twice.`);
    attributes.set(name!, plain(double ?? single ?? '', line));
  }
  return attributes;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string, line: number): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos);|#(\d{1,7});|#x([\da-fA-F]{1,6});)?/g,
    (_, name?: string, decimal?: string, hex?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      const character = name
        ? entities[name]
        : code && code > 31 && code <= 0x10ffff
          ? String.fromCodePoint(code)
          : undefined;
      if (character === undefined)
        throw new DrawingRefused(line, 'This is an unknown character reference; write & as &amp;.');
      return character;
    },
  );
}

const lines = (text: string) => text.split('\n').length - 1;
