import type { Role, Viewer } from '../../web/index.js';
import { roles } from '../roles.js';
import { accessFor } from './access.js';

const viewer = (...held: Role[]): Viewer => ({
  personId: 'p',
  sessionId: 's',
  name: 'Ada',
  email: 'ada@example.com',
  confirmed: true,
  roles: held,
});

describe('who may use a route', () => {
  it('without a mark: nobody, whatever their roles', () => {
    expect(accessFor(viewer(...roles), undefined)).toBe('refused');
    expect(accessFor(null, [])).toBe('refused');
  });

  it('for anyone: visitors too', () => expect(accessFor(null, ['anyone'])).toBe('granted'));

  it('for signed-in people: everybody who is, even without a role', () => {
    expect(accessFor(viewer(), ['signed-in'])).toBe('granted');
    expect(accessFor(null, ['signed-in'])).toBe('sign-in-first');
  });

  it.each(roles)('for the %s: only with this role', (role) => {
    expect(accessFor(viewer(role), [role])).toBe('granted');
    expect(accessFor(viewer(...roles.filter((other) => other !== role)), [role])).toBe('refused');
    expect(accessFor(null, [role])).toBe('sign-in-first');
  });

  it('for several roles: any of them is enough', () => {
    expect(accessFor(viewer('accountant'), ['admin', 'accountant'])).toBe('granted');
  });
});
