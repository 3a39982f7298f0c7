import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access-guard.js';
import { Entrance } from './access/entrance.js';
import { LocalStrategy } from './access/local.strategy.js';
import { AccountApi } from './account.api.js';
import { AccountPages } from './account.pages.js';
import { AdminPeopleApi } from './admin-people.api.js';
import { AdminPeoplePages } from './admin-people.pages.js';
import { AdminPeopleQueries } from './admin-people.queries.js';
import { ChangePassword } from './change-password.js';
import { CheckCredentials } from './check-credentials.js';
import { ConfirmEmail } from './confirm-email.js';
import { EnsurePerson } from './ensure-person.js';
import { GrantRole } from './grant-role.js';
import { NewPassword } from './new-password.js';
import { PasswordPages } from './password.pages.js';
import { PasswordResetsApi } from './password-resets.api.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleApi } from './people.api.js';
import { PeopleQueries } from './people.queries.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { RevokeRole } from './revoke-role.js';
import { SendConfirmation } from './send-confirmation.js';
import { SendPasswordReset } from './send-password-reset.js';
import { SessionApi } from './session.api.js';
import { EndOtherSessions } from './sessions/end-other-sessions.js';
import { EndSession } from './sessions/end-session.js';
import { SessionQueries } from './sessions/session.queries.js';
import { SignInPages } from './sign-in.pages.js';
import { SignIn } from './sign-in.js';
import { SignUpPages } from './sign-up.pages.js';
import { SignUp } from './sign-up.js';
import { SweepUsers } from './sweep-users.js';
import { Tries } from './throttle/tries.js';
import { Tokens } from './tokens.js';

const verbs = [
  SignUp,
  SendConfirmation,
  ConfirmEmail,
  CheckCredentials,
  SignIn,
  RequestPasswordReset,
  SendPasswordReset,
  ResetPassword,
  ChangePassword,
  NewPassword,
  EndSession,
  EndOtherSessions,
  GrantRole,
  RevokeRole,
  EnsurePerson,
  SweepUsers,
];

@Global()
@Module({
  controllers: [
    SignUpPages,
    SignInPages,
    PasswordPages,
    AccountPages,
    AdminPeoplePages,
    PeopleApi,
    SessionApi,
    PasswordResetsApi,
    AccountApi,
    AdminPeopleApi,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    LocalStrategy,
    Entrance,
    Passwords,
    Tokens,
    Tries,
    PeopleQueries,
    SessionQueries,
    AdminPeopleQueries,
    ...verbs,
  ],
  exports: [
    PeopleQueries,
    CheckCredentials,
    Passwords,
    AdminPeopleQueries,
    EnsurePerson,
    SignUp,
    GrantRole,
    RevokeRole,
    Tries,
  ],
})
export class UsersModule {}
