import { drawnName } from './drawn-name.js';

const latin = (text: string) => /^[\p{Script=Latin}\s.…-]*$/u.test(text);

describe('a name on paper', () => {
  it('is printed whole when the fonts can draw it', () => {
    expect(drawnName('Amelia Reyes', latin)).toEqual({ name: 'Amelia Reyes', note: null });
  });

  it('loses its pictures, and says so', () => {
    for (const name of ['Amelia 🦋 Reyes', '👩🏽‍⚕️ Amelia Reyes', 'Amelia Reyes™']) {
      expect(drawnName(name, latin)).toEqual({
        name: 'Amelia Reyes',
        note: expect.stringContaining('without its pictures'),
      });
    }
  });

  it('is never printed with a letter missing', () => {
    for (const name of ['王小明', 'Amelia 王', '🦋', 'Amelia ①']) {
      expect(drawnName(name, latin)).toEqual({
        name: 'The holder is named on the page of this number',
        note: expect.stringContaining('cannot draw'),
      });
    }
  });
});
