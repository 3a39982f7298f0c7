import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access-guard.js';
import { Entrance } from './access/entrance.js';
import { LocalStrategy } from './access/local.strategy.js';
import { EnsurePerson } from './ensure-person.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleQueries } from './people.queries.js';
import { SessionApi } from './session.api.js';
import { SignIn } from './sign-in.js';
import { Tries } from './throttle/tries.js';

@Global()
@Module({
  controllers: [SessionApi],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    LocalStrategy,
    Entrance,
    Passwords,
    Tries,
    PeopleQueries,
    SignIn,
    EnsurePerson,
  ],
  exports: [PeopleQueries, EnsurePerson],
})
export class UsersModule {}
