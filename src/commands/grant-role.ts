import { GrantRole, PeopleQueries } from '../users/index.js';
import type { Role } from '../web/index.js';
import { withApp } from './with-app.js';

/** `npm run people:grant-role <e-mail> <role>`: how the first admin of an installation comes to be. */
await withApp(async (app, say) => {
  const [email, role] = process.argv.slice(2);
  if (!email || !role) throw new Error('Usage: npm run people:grant-role <e-mail> <role>');
  const person = await app.get(PeopleQueries).byEmail(email);
  if (!person) throw new Error(`Nobody has signed up as ${email}.`);
  await app.get(GrantRole).execute({ personId: person.id, role: role as Role, by: null, reason: 'By the operator' });
  say(`${email} is now ${role}.`);
});
