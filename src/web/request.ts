import type { Request } from 'express';
import type { FooterChoice } from './footer-choice.js';
import type { PartingOffer } from './parting-offer.js';
import type { NavItem, PageContext, Viewer } from './page-context.js';

export interface WebSettings {
  baseUrl: string;
  demo: boolean;
  navigation: (NavItem & { for?: (viewer: Viewer | null) => boolean })[];
  asset(name: string): string;
}

export interface WebRequest extends Request {
  id: string;
  nonce: string;
  arrivedAt: Date;
  web: WebSettings;
  choice?: FooterChoice;
  offer?: PartingOffer;
}

export const viewerOf = (request: Request): Viewer | null => (request.user as Viewer | undefined) ?? null;

/** All that a page needs to know of the request it answers. */
export function pageOf(request: WebRequest): PageContext {
  const viewer = viewerOf(request);
  return {
    nonce: request.nonce,
    path: request.originalUrl,
    viewer,
    navigation: request.web.navigation.filter((item) => item.for?.(viewer) ?? true),
    asset: (name) => request.web.asset(name),
    demo: request.web.demo,
    requestId: request.id,
    now: request.arrivedAt,
    baseUrl: request.web.baseUrl,
    ...(request.choice && { choice: request.choice }),
    ...(request.offer && { offer: request.offer }),
  };
}
