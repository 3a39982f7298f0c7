import { Injectable } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AuthGuard } from '@nestjs/passport';
import type { Request, Response } from 'express';
import { Config, newId } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { LocalStrategy } from './local.strategy.js';
import { cookieName, cookieOptions } from '../sessions/session-cookie.js';

/**
 * Where people come in and go out. It is passport's guard for a password, asked by the controllers after they have checked
 * the shape of the request, so that a form comes back filled when the password is wrong.
 */
@Injectable()
export class Entrance extends AuthGuard() {
  constructor(
    strategy: LocalStrategy,
    private readonly config: Config,
  ) {
    super({ defaultStrategy: strategy.name });
  }

  /** Checks e-mail and password of the body and begins a session under a new id. */
  async signIn(request: Request, response: Response): Promise<Viewer> {
    await this.canActivate(new ExecutionContextHost([request, response]));
    await this.logIn(request);
    return request.user as Viewer;
  }

  /** Begins a session for a person who has proved who they are in another way; an earlier one of this browser ends. */
  async enter(request: Request, person: Omit<Viewer, 'sessionId'>): Promise<Viewer> {
    request.user = { ...person, sessionId: newId() };
    await this.logIn(request);
    return request.user as Viewer;
  }

  /** Ends the session and asks the browser to forget what it kept. */
  async signOut(request: Request, response: Response): Promise<void> {
    await new Promise<void>((done, failed) =>
      request.session.destroy((error: unknown) => (error instanceof Error ? failed(error) : done())),
    );
    response.clearCookie(cookieName(this.config), cookieOptions(this.config));
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
