import { Injectable } from '@nestjs/common';
import { Clock, notFound } from '../../shared/index.js';
import type { FormState, PageContext, Viewer } from '../../web/index.js';
import { ModerationQueries } from '../moderating/moderation.queries.js';
import { isModerator, Places } from '../places/places.js';
import { CommentView, type Forms } from '../views/comment-page.js';
import { PlaceView } from '../views/place.js';
import { canStillEdit } from '../writing/edit-comment.js';
import { ReadPlace } from './read-place.js';
import { type Comment, CommentQueries, isReadable } from './comment.queries.js';

interface Asked {
  place: string;
  after?: string | undefined;
}

/** The two pages of a discussion, also with a form that came back. */
@Injectable()
export class DiscussionPage {
  constructor(
    private readonly clock: Clock,
    private readonly reading: ReadPlace,
    private readonly places: Places,
    private readonly comments: CommentQueries,
    private readonly moderation: ModerationQueries,
  ) {}

  /** All that is said at a place. @throws not_found */
  async place(page: PageContext, { place, after }: Asked, form: FormState): Promise<JSX.Element> {
    return PlaceView({ page, form, ...(await this.reading.execute(place, page.viewer, after)) });
  }

  /** One comment with all that the viewer may do about it. @throws not_found */
  async comment(page: PageContext, id: string, forms: Forms): Promise<JSX.Element> {
    const viewerId = page.viewer?.personId ?? null;
    const isDesk = isModerator(page.viewer);
    const comment = await this.comments.byId(id);
    if (!comment || !(isDesk || isReadable(comment, viewerId))) throw notFound('comment');
    const place = await this.places.find(comment.place, page.viewer);
    const [answers, history, now] = await Promise.all([
      this.comments.answersTo([id], viewerId),
      isDesk ? this.moderation.history(id) : undefined,
      this.clock.now(),
    ]);
    return CommentView({
      ...{ page, place, comment, forms, history, answers: answers.get(id) ?? [] },
      may: mayOf(comment, page.viewer, now),
    });
  }
}

function mayOf({ writerId, standing, writtenAt }: Comment, viewer: Viewer | null, now: Date) {
  const isMine = viewer?.personId === writerId;
  const isOpen = standing === 'shown' || standing === 'held';
  return {
    answer: viewer !== null && standing === 'shown',
    edit: isMine && isOpen && canStillEdit(writtenAt, now),
    delete: isMine && standing !== 'deleted',
    report: viewer !== null && !isMine && standing === 'shown',
  };
}
