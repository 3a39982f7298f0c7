import { z } from 'zod';
import type { PageContext } from '../web/index.js';

/** What was done, by the word in the address that tells it. */
const notices = {
  'password-set': 'Your new password is set. Sign in with it.',
  'password-changed': 'Your password is changed, and you were signed out everywhere else. Your tokens have ended.',
  'confirmation-sent': 'The mail with the link is on its way once more.',
  'session-ended': 'That session has ended.',
  'sessions-ended': 'You are signed in here and nowhere else.',
  'token-ended': 'That token has ended.',
  'erasure-asked': 'Your account will be erased in a week. We have sent you a mail about it.',
  'erasure-taken-back': 'Your account stays.',
  'role-granted': 'The role is given.',
  'role-revoked': 'The role is taken away.',
} as const;

export type Notice = keyof typeof notices;

export const noticeSchema = z
  .enum(Object.keys(notices) as [Notice, ...Notice[]])
  .optional()
  .catch(undefined);

/** The page with what was just done said on top of it. */
export const noticed = (page: PageContext, done: Notice | undefined): PageContext =>
  done ? { ...page, notice: notices[done] } : page;

export const withNotice = (path: string, done: Notice): string => `${path}?done=${done}`;
