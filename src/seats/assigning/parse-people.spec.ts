import fc from 'fast-check';
import { parsePeople } from './parse-people.js';

describe('a pasted list of people', () => {
  const read = (text: string) => parsePeople(text).people.map(({ name, email }) => [name, email]);

  it('has one person a line, with or without a name, as mail programs and spreadsheets write them', () => {
    const text = [
      'ada@clinic.test',
      'Ada Brandt <ada.b@clinic.test>',
      '"Okafor, Tomás" <tomas@clinic.test>',
      'Mira Salonen\tmira@clinic.test',
      'elias@clinic.test; Elias Novak',
      '',
      '   ',
    ].join('\r\n');
    expect(read(text)).toEqual([
      ['', 'ada@clinic.test'],
      ['Ada Brandt', 'ada.b@clinic.test'],
      ['Okafor Tomás', 'tomas@clinic.test'],
      ['Mira Salonen', 'mira@clinic.test'],
      ['Elias Novak', 'elias@clinic.test'],
    ]);
  });

  it('may have several addresses on one line', () => {
    expect(read('a@x.test, b@x.test; Cleo <c@x.test>')).toEqual([
      ['', 'a@x.test'],
      ['', 'b@x.test'],
      ['Cleo', 'c@x.test'],
    ]);
  });

  it('says of each line that it cannot read why, and reads the others', () => {
    const { people, errors } = parsePeople(
      'ok@x.test\nno address here\nbad@\nA Name, a@x.test, b@x.test\n<script>: x@x.test',
    );
    expect(people.map(({ place }) => place)).toEqual([1]);
    expect(Object.keys(errors)).toEqual(['2', '3', '4', '5']);
    expect(errors[2]).toBe('There is no e-mail address in this line.');
    expect(errors[3]).toContain('“bad@” is not an e-mail address');
    expect(errors[4]).toContain('one person a line');
  });

  it('loses nobody, whatever separates the lines and the cells', () => {
    const person = fc.record({
      name: fc.constantFrom('', 'Ada', 'Ada Brandt'),
      number: fc.nat(999),
      shape: fc.constantFrom('bracket', 'before', 'after'),
      between: fc.constantFrom(',', ';', '\t', ', '),
    });
    fc.assert(
      fc.property(fc.array(person), fc.constantFrom('\n', '\r\n', '\n\n'), (people, end) => {
        const lines = people.map(({ name, number, shape, between }) => {
          const email = `p${number}@x.test`;
          if (name === '') return email;
          if (shape === 'bracket') return `${name} <${email}>`;
          return shape === 'before' ? `${name}${between}${email}` : `${email}${between}${name}`;
        });
        const parsed = parsePeople(lines.join(end));
        expect(parsed.errors).toEqual({});
        expect(read(lines.join(end))).toEqual(people.map(({ name, number }) => [name, `p${number}@x.test`]));
      }),
    );
  });

  it('never fails, and leaves no line that is not blank without a person or a reason', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { people, errors } = parsePeople(text);
        const places = new Set([...people.map(({ place }) => place), ...Object.keys(errors).map(Number)]);
        text.split(/\r\n|[\n\r]/).forEach((line, index) => expect(places.has(index + 1)).toBe(line.trim() !== ''));
      }),
    );
  });
});
