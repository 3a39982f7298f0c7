export { EnsurePerson, type EnsuredPerson } from './ensure-person.js';
export { GrantRole } from './grant-role.js';
export { ClientIp } from './throttle/client-ip.js';
export { safeNextPath, withNext } from './next-path.js';
export { PeopleQueries, type Person } from './people.queries.js';
export { RevokeRole } from './revoke-role.js';
export { useSessions } from './sessions/use-sessions.js';
export { type NewPerson, SignUp } from './sign-up.js';
export { UsersModule } from './users.module.js';
