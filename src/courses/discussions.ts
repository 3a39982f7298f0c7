import type { PageContext } from '../web/index.js';

/** What people say about an article or a lesson. Answered by `discussion`, which stands below the rooms that show it. */
export abstract class Discussions {
  /** The comments below an article; `place` is the path of its page. */
  abstract below(page: PageContext, place: string): Promise<JSX.Element>;

  /** The way from a lesson to what is said about it. */
  abstract link(place: string): Promise<JSX.Element>;
}
