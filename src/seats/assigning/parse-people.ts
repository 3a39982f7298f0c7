import { emailSchema, nameSchema } from '../../users/index.js';

/** Somebody who is to get a seat. `place`: where in the list they stood, for the reasons. */
export interface NamedPerson {
  place: number;
  /** Empty: not given. */
  name: string;
  email: string;
}

export interface ParsedPeople {
  people: NamedPerson[];
  /** One sentence for each line that cannot be read, by its number from 1. */
  errors: Record<number, string>;
}

const bracketed = /^(.*?)<([^<>]*)>$/;

/**
 * People as they are pasted from a mail program or a spreadsheet: one a line, `Ada Brandt <ada@x.org>`, `ada@x.org`, or
 * name and address in cells; or several addresses on one line.
 */
export function parsePeople(text: string): ParsedPeople {
  const parsed: ParsedPeople = { people: [], errors: {} };
  text.split(/\r\n|[\n\r]/).forEach((line, index) => {
    if (line.trim() === '') return;
    const read = readLine(line, index + 1);
    if (typeof read === 'string') parsed.errors[index + 1] = read;
    else parsed.people.push(...read);
  });
  return parsed;
}

function readLine(line: string, place: number): NamedPerson[] | string {
  const cells = line
    .split(/[,;\t]/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean);
  const addressed = cells.filter((cell) => cell.includes('@'));
  const names = cells.filter((cell) => !cell.includes('@'));
  if (addressed.length === 0) return 'There is no e-mail address in this line.';
  if (names.length > 0 && addressed.length > 1) return 'Write one person a line when names stand beside addresses.';
  const people: NamedPerson[] = [];
  for (const cell of addressed) {
    const [, name = '', address = cell] = bracketed.exec(cell) ?? [];
    const person = checked(place, [...names, name].join(' '), address);
    if (typeof person === 'string') return person;
    people.push(person);
  }
  return people;
}

function checked(place: number, typedName: string, address: string): NamedPerson | string {
  const email = emailSchema.safeParse(address.trim());
  if (!email.success) return `“${address.trim()}” is not an e-mail address like name@example.com.`;
  const name = typedName.trim().replace(/^"|"$/g, '');
  if (name === '') return { place, name: '', email: email.data };
  const parsed = nameSchema.safeParse(name);
  if (!parsed.success) return `“${name}”: ${parsed.error.issues[0]!.message}`;
  return { place, name: parsed.data, email: email.data };
}
