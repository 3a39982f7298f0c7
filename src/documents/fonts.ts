import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coveredCharacters } from './covered-characters.js';

const require = createRequire(import.meta.url);

// package of npm, file prefix, weights
const families: [string, string, string[]][] = [
  ['source-serif-4', 'SourceSerif4', ['400Regular', '400Regular_Italic', '600SemiBold']],
  ['inter', 'Inter', ['400Regular', '500Medium', '600SemiBold']],
  ['noto-naskh-arabic', 'NotoNaskhArabic', ['400Regular']],
  ['noto-serif-hebrew', 'NotoSerifHebrew', ['400Regular']],
  ['noto-serif-devanagari', 'NotoSerifDevanagari', ['400Regular']],
  ['noto-sans-thai', 'NotoSansThai', ['400Regular']],
];

/** The fonts that documents are set in; nothing of the machine's own is used, so every machine makes the same bytes. */
export const readFonts = (): Buffer[] =>
  families.flatMap(([family, prefix, weights]) => filesOf(family, prefix, weights));

/** What may be written: serif text, and the scripts whose fonts come with us. */
export function readCoverage(): (text: string) => boolean {
  const covered = families
    .filter(([family]) => family !== 'inter')
    .map(([family, prefix]) => coveredCharacters(filesOf(family, prefix, ['400Regular'])[0]!));
  return (text) => [...text].every((character) => covered.some((one) => one.has(character.codePointAt(0)!)));
}

function filesOf(family: string, prefix: string, weights: string[]): Buffer[] {
  const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  return weights.map((weight) => readFileSync(join(folder, weight, `${prefix}_${weight}.ttf`)));
}
