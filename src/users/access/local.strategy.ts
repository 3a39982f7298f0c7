import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { newId } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { SignIn } from '../sign-in.js';
import { clientOf } from '../throttle/client-address.js';

/** Passport's way to our verb. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  validate(request: Request, email: string, password: string): Promise<Viewer> {
    return this.signIn.execute({ email: email.trim(), password, ip: clientOf(request).ip });
  }

  /** Passport keeps one list per process, by name: each application in a process checks on its own database. */
  getPassportInstance(): typeof passport {
    this.name = `local:${newId()}`;
    return passport;
  }
}
