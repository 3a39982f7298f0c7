import type { Allowed, Viewer } from '../../web/index.js';

export type Access = 'granted' | 'sign-in-first' | 'refused';

/** Whether somebody may use a route with this mark. No mark means that nobody may. */
export function accessFor(viewer: Viewer | null, allowed: Allowed[] | undefined): Access {
  if (!allowed || allowed.length === 0) return 'refused';
  if (allowed.includes('anyone')) return 'granted';
  if (!viewer) return 'sign-in-first';
  return allowed.some((who) => who === 'signed-in' || viewer.roles.includes(who as never)) ? 'granted' : 'refused';
}
