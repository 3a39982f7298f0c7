import { Get } from '@nestjs/common';
import { Config } from '../shared/index.js';
import { Allow, CurrentViewer, Page, PageController, type PageContext, type Viewer } from '../web/index.js';
import { LessonRecalls } from '../enrollment/index.js';
import { CertificateQueries } from './certificate.queries.js';
import { publicFacts } from './public-facts.js';
import { MyCertificatesView } from './views/my-certificates.js';

@PageController('certificates')
@Allow('signed-in')
export class MyCertificatesPages {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly config: Config,
    private readonly recalls: LessonRecalls,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @CurrentViewer() viewer: Viewer): Promise<JSX.Element> {
    const mine = await this.certificates.ofPerson(viewer.personId, 100);
    const recalls = await this.recalls.of(viewer.personId);
    return MyCertificatesView({ page, recalls, mine: mine.map((one) => publicFacts(one, this.config.baseUrl)) });
  }
}
