import iconv from 'iconv-lite';
import { readGift } from './gift/read-gift.js';
import { readMoodle } from './moodle/read-moodle.js';
import { encodingOf, linesOf } from './source/lines.js';

const moodle = (bytes: Buffer | string) => [...readMoodle(linesOf(Buffer.from(bytes as string)))];
const fine =
  '<question type="truefalse"><questiontext><text>Is it naïve?</text></questiontext><answer fraction="100"><text>true</text></answer></question>';

describe('a hostile file is refused with a sentence', () => {
  it('refuses a billion laughs and entities from elsewhere, by their line', () => {
    const laughs = '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>';
    expect(() => moodle(laughs)).toThrow('Line 2: The file declares entities of its own. That is not allowed.');
    expect(() => moodle('<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>')).toThrow('declares entities');
    expect(() => moodle(`<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>${fine}</quiz>`)).toThrow(
      'declares entities',
    );
  });

  it('refuses ten thousand elements within one another', () => {
    expect(() => moodle(`<quiz>${'<a>'.repeat(10_000)}`)).toThrow('Line 1: Elements stand deeper than 64.');
  });

  it('refuses NUL, and lines and questions without end', () => {
    expect(() => moodle('<quiz>\n\u0000</quiz>')).toThrow('Line 2: There is a NUL character; this is not a text file.');
    expect(() => moodle(Buffer.alloc(100_000_000, 'a'))).toThrow(
      'Line 1: The line is longer than 4,000,000 characters.',
    );
    const long = `<quiz><question type="essay"><questiontext><text>${`${'a'.repeat(1000)}\n`.repeat(9000)}`;
    expect(() => moodle(long)).toThrow('A question is longer than 8,000,000 characters.');
    expect(() => [...readGift(linesOf(Buffer.from('a'.repeat(200_000))))]).toThrow(
      'A question is longer than 100,000 characters.',
    );
  });

  it('refuses what is no XML, and files where everything is broken', () => {
    expect(() => moodle('Question one')).toThrow('The XML is not well-formed');
    expect(() => moodle(`<quiz>${'<question type="x"><a></question>'.repeat(200)}</quiz>`)).toThrow(
      'More than 100 questions are broken.',
    );
  });

  it('refuses bytes that are not what they are said to be, by their line', () => {
    const latin = iconv.encode(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>${fine}</quiz>`, 'windows-1252');
    expect(() => moodle(latin)).toThrow('Line 2: The bytes are not the UTF-8 they are said to be.');
    expect(() => moodle('<?xml version="1.0" encoding="klingon"?><quiz/>')).toThrow(
      'The encoding "klingon" is not known.',
    );
  });
});

describe('an honest file is read in the encoding it has', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'])('%s', (encoding) => {
    const declared = encoding.startsWith('utf') ? '' : `<?xml version="1.0" encoding="${encoding}"?>`;
    const bytes = iconv.encode(`${declared}<quiz>\n${fine}</quiz>`, encoding, { addBOM: encoding.startsWith('utf') });
    expect(moodle(bytes)).toMatchObject([{ line: 2, question: { text: 'Is it naïve?' } }]);
  });

  it('guesses an encoding that nobody names', () => {
    const text = '::Größe::Wie groß ist die übliche Menge für eine Sitzung über längere Zeit? Äußere dich.{T}';
    const bytes = iconv.encode(text, 'windows-1252');
    expect(encodingOf(bytes)).toMatch(/ISO-8859-1|windows-1252/i);
    expect([...readGift(linesOf(bytes))]).toMatchObject([{ name: 'Größe' }]);
  });

  it.each(['::a:: Wieviel µL? {=5 ~6}', '::b:: 5 µg or 10 °C? {T}', '::c:: Kolik jednotek na místo? Žádná. {T}'])(
    'and is refused where the encoding could be another: %s',
    (text) => {
      const bytes = iconv.encode(text, text.includes('Ž') ? 'windows-1250' : 'windows-1252');
      expect(() => encodingOf(bytes)).toThrow('Save the file as UTF-8.');
    },
  );
});

it('holds no more than one question of a large file at a time', () => {
  const questions = Array.from({ length: 5000 }, (_, at) =>
    fine
      .replace('<questiontext>', `<name><text>Q${at}</text></name><questiontext>`)
      .replace('naïve?', 'naïve? '.repeat(200)),
  );
  const bytes = Buffer.from(`<quiz>\n${questions.join('\n')}\n</quiz>`);
  expect(bytes.length).toBeGreaterThan(8_000_000);
  let most = 0;
  let count = 0;
  const source = linesOf(bytes);
  let read = 0;
  function* watched() {
    for (const line of source) {
      read = line.number;
      yield line;
    }
  }
  for (const { line } of readMoodle(watched())) {
    // Nothing is read ahead: a question is given as soon as its line is read.
    most = Math.max(most, read - line);
    count++;
  }
  expect([count, most]).toEqual([5000, 0]);
});

it('reads thousands of questions on one line, and goes on there after a broken one', () => {
  const broken = '<question type="truefalse"><name></question>';
  const items = moodle(`<quiz>${fine.repeat(2000)}${broken}${fine.repeat(2000)}</quiz>`);
  expect(items).toHaveLength(4001);
  expect(items.filter(({ refused }) => refused !== undefined)).toHaveLength(1);
});
