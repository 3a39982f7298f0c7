import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readCoverage, readFonts } from './fonts.js';

interface Press {
  compiler: NodeCompiler;
  canDraw: (text: string) => boolean;
}
let press: Press | undefined;

/** Loads the fonts and the compiler once; the first sheet is then as quick as the next. */
export function warmUpPress(): Press {
  press ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: readFonts() }] }),
    canDraw: readCoverage(),
  };
  return press;
}

/**
 * Sets a sheet as PDF/A-3a: tagged for screen readers, fonts inside, the same bytes for the same words. `template` is
 * typst and a constant; all that a person typed comes in `data`, which the template reads as text and never as markup.
 * The template names title and date of the document. typst takes one standard per export: set as PDF/UA-1, a sheet shows
 * that it keeps to that one too. @throws Error with typst's own words when the template is wrong
 */
export const setPdf = (template: string, data: object, pdfStandard: 'a-3a' | 'ua-1' = 'a-3a'): Buffer =>
  set(template, data, (compiler, sheet) => compiler.pdf(sheet, { pdfStandard }));

/** Sets a sheet of one page as SVG, its letters drawn as paths: it needs no font and holds no text. */
export const setSvg = (template: string, data: object): string =>
  set(template, data, (compiler, sheet) => compiler.plainSvg(sheet));

function set<T>(template: string, data: object, print: (compiler: NodeCompiler, sheet: NodeTypstDocument) => T): T {
  const { compiler } = warmUpPress();
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  if (!compiled.result)
    throw new Error(`typst: ${JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics()!))}`);
  const printed = print(compiler, compiled.result);
  compiler.evictCache(10);
  return printed;
}

/** Whether our fonts have every character of this text. */
export const canDraw = (text: string): boolean => warmUpPress().canDraw(text);

/** The text with a question mark for each character that no font of ours has. */
export const drawnText = (text: string): string =>
  [...text].map((character) => (canDraw(character) ? character : '?')).join('');
