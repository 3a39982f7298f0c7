import { readFonts } from './fonts.js';
import { breakable, canDraw, drawnText, printableLine, setPdf } from './index.js';

const bidi = '\u202e';
const sheet =
  '#let d = json(bytes(sys.inputs.data))\n#set document(title: "Sheet", date: datetime(year: 2026, month: 12, day: 1))\n#d.text';

describe('a sheet', () => {
  it('is the same bytes for the same words, and other bytes for others', () => {
    const one = setPdf(sheet, { text: 'Lena' });
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(setPdf(sheet, { text: 'Lena' }).equals(one)).toBe(true);
    expect(setPdf(sheet, { text: 'Tomás' }).equals(one)).toBe(false);
  });

  it('never reads words as markup', () => {
    for (const text of ['#read("/etc/passwd")', '*bold* $x$ @ref <label> // gone', '"},{"text":"x', '\\u{41}']) {
      expect(setPdf(sheet, { text }).length).toBeGreaterThan(1_000);
    }
  });

  it('says what is wrong with a template', () => {
    expect(() => setPdf('#nonsense()', {})).toThrow(/nonsense/);
  });

  it('is set in fonts that come with packages alone: fifteen files', () => {
    expect(readFonts()).toHaveLength(15);
  });

  it('marks what no font can draw instead of leaving it out', () => {
    expect([canDraw('Łucja'), canDraw('ሰ')]).toEqual([true, false]);
    expect(drawnText('Ada ሰ')).toBe('Ada ?');
  });
});

describe('a printable line', () => {
  it('is one line without control characters or reversed text', () => {
    expect(printableLine(`  Amelia\u0000 \n\t${bidi}Reyes\u200b `)).toBe('Amelia Reyes');
    expect(printableLine('e\u0301')).toBe('é');
  });

  it('keeps the joiners that some scripts need', () => {
    expect(printableLine('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('is cut between characters, never inside one', () => {
    const family = '👨‍👩‍👧';
    expect(printableLine(family.repeat(300))).toBe(`${family.repeat(119)}…`);
    expect(breakable('y'.repeat(40)).split('\u200b')).toHaveLength(5);
    expect(breakable('Amelia Reyes')).toBe('Amelia Reyes');
  });
});
