import { z } from 'zod';
import type { PageContext } from '../../web/index.js';

/** What was done, by the word in the address that tells it. */
const notices = {
  entered: 'The licence is entered. Now send a copy of it.',
  sent: 'Your copy is here. A person looks at it, and you are told by mail.',
  added: 'Your copy is here. Send your answer as well.',
  answered: 'Your answer is on its way to the reviewers.',
  withdrawn: 'The licence is withdrawn, and its copies are deleted.',
  approved: 'The licence is verified, and its holder was told by mail.',
  asked: 'Your question is on its way.',
  refused: 'The licence is refused, and its holder was told by mail.',
} as const;
type Notice = keyof typeof notices;

export const arriving = z.object({
  done: z
    .enum(Object.keys(notices) as [Notice, ...Notice[]])
    .optional()
    .catch(undefined),
});

/** The page with what was just done said on top of it. */
export const noticed = (page: PageContext, done: Notice | undefined): PageContext =>
  done ? { ...page, notice: notices[done] } : page;
