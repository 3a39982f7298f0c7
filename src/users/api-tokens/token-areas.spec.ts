import { scopesFor, scopesOf, type TokenArea } from './token-areas.js';

const areas: TokenArea[] = [
  { name: 'orders', says: 'orders', read: ['orders', 'invoices'], write: ['orders'] },
  { name: 'sales', says: 'sales', read: ['admin/orders'] },
];

describe('the areas of a token', () => {
  it('can be chosen for reading, and for changing where that is possible', () => {
    expect(scopesOf(areas).map(({ scope }) => scope)).toEqual(['orders:read', 'orders:write', 'sales:read']);
  });
  it.each([
    ['GET', '/api/orders', ['orders:read']],
    ['HEAD', '/api/orders/:number', ['orders:read']],
    ['POST', '/api/orders', ['orders:write']],
    ['DELETE', '/api/orders/:number', ['orders:write']],
    ['POST', '/api/invoices', []],
    ['GET', '/api/admin/orders.csv', ['sales:read']],
    ['GET', '/api/ordersomething', []],
    ['GET', '/orders', []],
    ['GET', '/api/people', []],
    ['POST', '/api/admin/orders', []],
  ])('open %s %s for %j', (method, route, scopes) => expect(scopesFor(areas, method, route)).toEqual(scopes));
});
