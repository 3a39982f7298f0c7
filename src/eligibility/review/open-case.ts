import { Injectable } from '@nestjs/common';
import { LicenceQueries, type LicenceStory } from '../licences/licence.queries.js';
import { LinkPapers, type LinkedPaper } from '../papers/link-papers.js';
import { LicenceRegistry, type RegistryEntry } from '../registry/licence-registry.js';
import { ClaimLicence } from './claim-licence.js';

/** Everything a reviewer decides by. */
export interface ReviewCase {
  licence: LicenceStory;
  registry: RegistryEntry;
  papers: LinkedPaper[];
}

/** Takes a licence to review it, and gets its data, its papers and what the register says. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly claiming: ClaimLicence,
    private readonly licences: LicenceQueries,
    private readonly links: LinkPapers,
    private readonly registry: LicenceRegistry,
  ) {}

  /** @throws not_found, own_licence, already_decided, claimed_by_another */
  async execute(licenceId: string, reviewerId: string): Promise<ReviewCase> {
    await this.claiming.execute(licenceId, reviewerId);
    const licence = await this.licences.story(licenceId);
    const [papers, registry] = await Promise.all([
      this.links.execute(licenceId, reviewerId),
      this.registry.lookUp(licence),
    ]);
    return { licence, papers, registry };
  }
}
