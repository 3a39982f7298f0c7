import { Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../web/index.js';
import { CertificateQueries } from './certificate.queries.js';
import { publicFacts, publicFactsSchema } from './public-facts.js';

const listed = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().describe('`next` of the page before'),
});

@ApiController('certificates')
@Allow('signed-in')
export class CertificatesApi {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly config: Config,
  ) {}

  @Get()
  @Answers(
    200,
    z.object({ items: z.array(publicFactsSchema), next: z.string().nullable() }),
    'My certificates, newest first',
  )
  @Refuses('400 malformed', '401 unauthenticated')
  async list(@CurrentViewer() viewer: Viewer, @Query({ schema: listed }) { limit, after }: z.infer<typeof listed>) {
    const found = await this.certificates.ofPerson(viewer.personId, limit + 1, after);
    const mine = found.slice(0, limit);
    const next = found.length > limit ? mine.at(-1)!.id : null;
    return { items: mine.map((one) => publicFacts(one, this.config.baseUrl)), next };
  }
}
