import { createHash } from 'node:crypto';
import type { Book } from '../content/book.queries.js';
import { typographic } from './typographic.js';
import { escapeXml } from './xml-tree.js';

/** A file inside an EPUB, below its folder `EPUB`. */
export interface EpubPart {
  name: string;
  id: string;
  type: string;
  text: string;
  /** What the package says of it: `nav`, `svg`, `cover-image`. */
  properties?: string;
  /** Where it stands in the book: not at all for style sheets and pictures. */
  title?: string;
}

const accessibility: [string, string][] = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ['accessibilityFeature', 'alternativeText'],
  ['accessibilityFeature', 'displayTransformability'],
  ['accessibilityFeature', 'readingOrder'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityHazard', 'none'],
  [
    'accessibilitySummary',
    'Headings, lists and tables are marked as such. Every drawing has a text that says what it teaches. Nothing moves, flashes or sounds.',
  ],
];

/** The package document: what the book is, what it consists of, in which order it is read. */
export function packageDocument(book: Book, parts: EpubPart[]): string {
  const { title, subtitle, author, summary, published } = book;
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier(book)}</dc:identifier>
<dc:title>${escapeXml(`${typographic(title)}: ${typographic(subtitle)}`)}</dc:title>
<dc:language>en</dc:language>
<dc:creator>${escapeXml(author)}</dc:creator>
<dc:publisher>Glabella</dc:publisher>
<dc:date>${published}</dc:date>
<dc:description>${escapeXml(typographic(summary))}</dc:description>
<meta property="dcterms:modified">${published}T00:00:00Z</meta>
${accessibility.map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`).join('\n')}
</metadata>
<manifest>
${parts.map(({ name, id, type, properties }) => `<item id="${id}" href="${name}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`).join('\n')}
</manifest>
<spine>
${parts.flatMap(({ id, title: shown }) => (shown === undefined ? [] : [`<itemref idref="${id}"/>`])).join('\n')}
</spine>
</package>
`;
}

/** A name for this edition alone, made from what it says. */
function identifier(book: Book): string {
  const hash = createHash('sha256').update(JSON.stringify(book)).digest('hex');
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
