import { Injectable } from '@nestjs/common';
import { readOneCourse, SourceQueries } from '../../courses/index.js';
import { Config } from '../../shared/index.js';
import { noSuchEdition } from '../authoring.errors.js';
import { cartridgeOf } from './cartridge.js';

/** An edition of a course for other learning systems. */
@Injectable()
export class ExportCartridge {
  constructor(
    private readonly sources: SourceQueries,
    private readonly config: Config,
  ) {}

  /** @throws DomainError not_found: no such edition, or none whose files were kept */
  async execute(course: string, number: number): Promise<Buffer> {
    const source = await this.sources.ofEdition(course, number);
    if (!source) throw noSuchEdition();
    const files = await this.sources.files(source.id);
    const { content } = await readOneCourse(course, files, await this.sources.around(course));
    // Its files were checked when they came; what they are checked against may have changed since.
    if (!content) throw noSuchEdition();
    return cartridgeOf(content.courses[0]!, files, this.config.baseUrl);
  }
}
