import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Allowed, allowedKey, unauthenticated, viewerOf } from '../../web/index.js';
import { outOfScope } from '../api-tokens/token.errors.js';
import { lackOf } from '../api-tokens/token-use.js';
import { notAllowed } from '../users.errors.js';
import { accessFor } from './access.js';

/** The one guard of the whole application, closed by default: it reads the `@Allow` mark of the route, and what a token is for. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger('Access');

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    const allowed = this.reflector.getAllAndOverride<Allowed[] | undefined>(allowedKey, route);
    if (!allowed) this.logger.error(`${context.getClass().name}.${context.getHandler().name} has no @Allow mark`);
    const request = context.switchToHttp().getRequest<Request>();
    const access = accessFor(viewerOf(request), allowed);
    if (access === 'sign-in-first') throw unauthenticated();
    if (access === 'refused') throw notAllowed();
    const lack = lackOf(request);
    if (lack) throw outOfScope(lack);
    return true;
  }
}
