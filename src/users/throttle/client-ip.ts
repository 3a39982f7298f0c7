import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { clientOf } from './client-address.js';

/** The address of whoever asks, for the throttle. */
export const ClientIp = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => clientOf(context.switchToHttp().getRequest<Request>()).ip,
);
