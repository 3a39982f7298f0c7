import { z } from 'zod';
import type { PageContext } from '../web/index.js';

/** What was done, by the word in the address that tells it. */
const notices = {
  shared: 'The clinic sees how far you are again.',
  unshared: 'The clinic no longer sees how far you are. The courses stay yours.',
  left: 'You no longer manage that clinic.',
  removed: 'That person no longer manages the clinic.',
  asked: 'They are asked by mail.',
  withdrawn: 'The invitation is withdrawn: its link no longer works.',
  assigned: 'Everybody on the list has a seat and is invited by mail.',
  resent: 'A new mail is on its way. The links of earlier mails no longer work.',
  recalled: 'The seat is free again, and its holder was told by mail.',
  passed: 'The seat went to somebody else. Both were told by mail.',
} as const;

export const arriving = z.object({
  done: z
    .enum(Object.keys(notices) as [keyof typeof notices, ...(keyof typeof notices)[]])
    .optional()
    .catch(undefined),
});

/** The page with what was just done said on top of it. */
export const noticed = (page: PageContext, done: keyof typeof notices | undefined): PageContext =>
  done ? { ...page, notice: notices[done] } : page;
