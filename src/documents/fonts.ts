import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coveredCharacters } from './covered-characters.js';

const require = createRequire(import.meta.url);

// package of npm, name in typst, weights
const families: [string, string, string[]][] = [
  ['source-serif-4', 'Source Serif 4', ['400Regular', '400Regular_Italic', '600SemiBold']],
  ['inter', 'Inter', ['400Regular', '500Medium', '600SemiBold']],
  ['noto-naskh-arabic', 'Noto Naskh Arabic', ['400Regular']],
  ['noto-serif-hebrew', 'Noto Serif Hebrew', ['400Regular']],
  ['noto-serif-devanagari', 'Noto Serif Devanagari', ['400Regular']],
  ['noto-sans-thai', 'Noto Sans Thai', ['400Regular']],
  ['noto-serif-bengali', 'Noto Serif Bengali', ['400Regular']],
  ['noto-serif-telugu', 'Noto Serif Telugu', ['400Regular']],
  // A name says not whether it is Chinese or Japanese; kana and Japanese forms come first, what they lack is Chinese.
  ['noto-serif-jp', 'Noto Serif JP', ['400Regular']],
  ['zcool-xiaowei', 'ZCOOL XiaoWei', ['400Regular']],
  ['gowun-batang', 'Gowun Batang', ['400Regular']],
];
const written = families.filter(([family]) => family !== 'inter');

/** For templates: the fonts that what a person typed is set in, the first that has a letter before the next. */
export const everyScript = `(${written.map(([, name]) => `"${name}"`).join(', ')})`;

/** The fonts that documents are set in; nothing of the machine's own is used, so every machine makes the same bytes. */
export const readFonts = (): Buffer[] => families.flatMap(([family, name, weights]) => filesOf(family, name, weights));

/** What may be written: serif text, and the scripts whose fonts come with us. */
export function readCoverage(): (text: string) => boolean {
  const covered = written.map(([family, name]) => coveredCharacters(filesOf(family, name, ['400Regular'])[0]!));
  return (text) => [...text].every((character) => covered.some((one) => one.has(character.codePointAt(0)!)));
}

function filesOf(family: string, name: string, weights: string[]): Buffer[] {
  const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  return weights.map((weight) => readFileSync(join(folder, weight, `${name.replaceAll(' ', '')}_${weight}.ttf`)));
}
