import { printedDrawingStyle } from '../../web/index.js';

/** The style of an EPUB says little: its reader chooses type, size and colours. */
export const epubStyle = (): string => `
body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; hyphens: none; break-after: avoid; }
h1 { font-weight: 400; margin-block: 0.2em 0.6em; }
h2 { margin-block: 1.6em 0.5em; }
.number { margin-block: 2em 0; letter-spacing: 0.08em; text-transform: uppercase; font-size: 0.8em; }
.summary { font-style: italic; font-size: 1.1em; }
.callout { margin-block: 1.2em; padding: 0.1em 1em; border-inline-start: 3px solid currentColor; break-inside: avoid; }
.callout-safety { border-color: #a83a17; }
.callout-label { border-color: #0f6b6b; }
.callout-practice { border-color: #8a6a00; }
.table { overflow-x: auto; margin-block: 1.2em; }
table { width: 100%; border-collapse: collapse; font-size: 0.85em; }
th, td { padding: 0.4em 0.6em 0.4em 0; border-bottom: 1px solid; text-align: start; vertical-align: top; }
figure { margin: 1.4em 0; padding: 0.5em; break-inside: avoid; background: #ffffff; color: #1a2224; }
figure svg { width: 100%; max-height: 70vh; }
figcaption { font-size: 0.85em; text-align: center; }
.sources, .reviewed { font-size: 0.85em; }
.cover { margin: 0; padding: 0; text-align: center; background: none; }
.cover img { max-width: 100%; max-height: 98vh; }
${printedDrawingStyle()
  .replace(/(^|\} )(?=[.s])/g, '$1figure ')
  .replaceAll('figure .', 'figure svg .')}
`;
