import type { Role } from '../web/index.js';

export const demoPassword = 'glabella-demo-password';

const person = (name: string, account: string, ...roles: Role[]) => ({
  name,
  email: `${account}@demo.glabella.test`,
  roles,
});

/** The people of the demo. They exist only where no real payment can happen. */
export const demoPeople = [
  person('Lena Marchetti', 'learner', 'learner'),
  person('Tomás Okafor', 'learner2', 'learner'),
  person('Ada Brandt', 'author', 'author'),
  person('Ruth Adeyemi', 'admin', 'admin'),
  person('Conor Fields', 'accountant', 'accountant'),
  person('Mira Salonen', 'preceptor', 'preceptor'),
  person('Elias Novak', 'examiner', 'examiner'),
];
