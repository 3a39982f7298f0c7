import { requireGoodPassword } from './password-rules.js';

const choose = (password: string) =>
  requireGoodPassword({ password, email: 'anna.lopez.santos@example.com', name: 'Anna López' });
const refused = (password: string) =>
  choose(password).then(
    () => 'accepted',
    (error: { fields: Record<string, string> }) => error.fields['password'],
  );

describe('a new password', () => {
  it.each([
    'copper lantern before winter',
    'passt das nicht in die Zeile?',
    'пароль из нескольких слов',
    '四五个不相干的词放在一起也可以的吗',
    'a'.repeat(64) + 'b',
    'Tz8-'.repeat(32),
    '🌲🫖🪢🎻 fifteen plus',
  ])('%j is accepted as it is typed', async (password) => expect(await refused(password)).toBe('accepted'));

  it('must have 15 characters, counted as people count them', async () => {
    expect(await refused('fourteen chars')).toBe('Use at least 15 characters; this has 14.');
    expect(await refused('🌲'.repeat(14))).toMatch(/has 14/);
  });

  it('may have 128 characters and no more', async () => {
    expect(await refused('Tz8-'.repeat(32) + '!')).toBe('Use at most 128 characters; this has 129.');
  });

  it.each([
    'passwordpassword',
    'PasswordPassword',
    'qwerty123456789',
    'password-password',
    '123456789012345',
    'aaaaaaaaaaaaaaa',
  ])('%j is refused because attackers try it first', async (password) =>
    expect(await refused(password)).toMatch(/attackers/),
  );

  it.each(['anna.lopez.santos@example.com', 'Anna.Lopez.Santos', 'anna.lopez.santos1!'])(
    '%j is refused because it is the e-mail address',
    async (password) => expect(await refused(password)).toMatch(/e-mail/),
  );

  it.each(['glabella glabella', 'GLABELLA-glabella-1'])(
    '%j is refused because it is the name of the site',
    async (password) => expect(await refused(password)).toMatch(/name of this site/),
  );
});
