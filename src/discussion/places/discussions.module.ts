import { Global, Injectable, Module } from '@nestjs/common';
import { CoursesModule, Discussions } from '../../courses/index.js';
import { EnrollmentModule } from '../../enrollment/index.js';
import { emptyForm, type PageContext } from '../../web/index.js';
import { CommentQueries } from '../reading/comment.queries.js';
import { DiscussionLink } from '../views/discussion-link.js';
import { ReadPlace } from '../reading/read-place.js';
import { CommentsBelow } from '../views/place.js';
import { Places } from './places.js';

@Injectable()
class CommentsOfPages extends Discussions {
  constructor(
    private readonly reading: ReadPlace,
    private readonly comments: CommentQueries,
  ) {
    super();
  }

  async below(page: PageContext, path: string): Promise<JSX.Element> {
    return CommentsBelow({ page, form: emptyForm(), ...(await this.reading.execute(path, page.viewer)) });
  }

  async link(path: string): Promise<JSX.Element> {
    return DiscussionLink({ place: path, count: await this.comments.count(path) });
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  imports: [CoursesModule, EnrollmentModule],
  providers: [Places, CommentQueries, ReadPlace, { provide: Discussions, useClass: CommentsOfPages }],
  exports: [Discussions, Places, CommentQueries, ReadPlace],
})
export class DiscussionsModule {}
