export { EnsurePerson, type EnsuredPerson } from './ensure-person.js';
export { safeNextPath, withNext } from './next-path.js';
export { PeopleQueries, type Person } from './people.queries.js';
export { useSessions } from './sessions/use-sessions.js';
export { UsersModule } from './users.module.js';
