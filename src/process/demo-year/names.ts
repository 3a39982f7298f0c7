import { Chance } from './chance.js';

// prettier-ignore
const given = ['Amara', 'Beatriz', 'Chen', 'Dalia', 'Emeka', 'Farah', 'Grace', 'Hiro', 'Ines', 'Jonas', 'Kavya', 'Liam', 'Maya', 'Noor', 'Olga', 'Pedro', 'Quinn', 'Rosa', 'Samir', 'Tess', 'Uma', 'Viktor', 'Wen', 'Yara', 'Zoe'];
// prettier-ignore
const family = ['Abara', 'Brandt', 'Castillo', 'Dubois', 'Eriksen', 'Fujita', 'Garcia', 'Haddad', 'Ito', 'Jansen', 'Kovacs', 'Larsen', 'Mehta', 'Nguyen', 'Okoye', 'Petrov', 'Rossi', 'Silva', 'Tanaka', 'Underwood', 'Varga', 'Weber', 'Yilmaz', 'Zhang'];

/** People who do not exist, with addresses nobody has. */
export function namesOf(count: number, seed: number): { name: string; email: string }[] {
  const chance = new Chance(seed + 1);
  return Array.from({ length: count }, (_, index) => ({
    name: `${given[chance.below(given.length)]!} ${family[chance.below(family.length)]!}`,
    email: `buyer${String(index + 1).padStart(5, '0')}@demo.glabella.test`,
  }));
}
