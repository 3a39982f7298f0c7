import { Body, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { CheckOpeningFile } from './check-opening-file.js';
import { checkedJson, checkedSchema, openingCheckSchema, openingPostSchema } from './opening.schemas.js';
import { PostOpeningBalances } from './post-opening-balances.js';

const posted = z.object({ number: z.int() });

@ApiController('books/opening-balances', 'books')
@Allow('accountant')
export class OpeningApi {
  constructor(
    private readonly checking: CheckOpeningFile,
    private readonly posting: PostOpeningBalances,
  ) {}

  @Post('check')
  @HttpCode(200)
  @Answers(200, checkedSchema, 'What would become of each line; nothing is posted')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async check(
    @Body({ schema: openingCheckSchema }) { csv }: z.infer<typeof openingCheckSchema>,
  ): Promise<z.infer<typeof checkedSchema>> {
    return checkedJson(await this.checking.execute(csv));
  }

  @Post()
  @Answers(201, posted, 'Posted as one entry')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '409 opening_posted')
  @Refuses('422 opening_refused', '422 opening_changed', '422 period_closed', '422 in_future')
  async post(
    @CurrentViewer() { personId: by }: Viewer,
    @Body({ schema: openingPostSchema }) file: z.infer<typeof openingPostSchema>,
  ): Promise<z.infer<typeof posted>> {
    return { number: await this.posting.execute({ ...file, by }) };
  }
}
