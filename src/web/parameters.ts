import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '../shared/index.js';
import { pageOf, viewerOf, type WebRequest } from './request.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<WebRequest>();

/** The page context of this request. */
export const Page = createParamDecorator((_: unknown, context: ExecutionContext) => pageOf(requestOf(context)));

/** Who is signed in. @throws unauthenticated */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const viewer = viewerOf(requestOf(context));
  if (!viewer) throw unauthenticated();
  return viewer;
});

/** Who is signed in, or null. */
export const OptionalViewer = createParamDecorator((_: unknown, context: ExecutionContext) =>
  viewerOf(requestOf(context)),
);

export const unauthenticated = () =>
  new DomainError('unauthenticated', 'Sign in to continue.', { kind: 'unauthenticated' });
