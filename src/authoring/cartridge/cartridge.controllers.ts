import { Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { SlugPipe } from '../../courses/index.js';
import { Allow, Answers, ApiController, PageController, Refuses } from '../../web/index.js';
import { noSuchEdition } from '../authoring.errors.js';
import { ExportCartridge } from './export-cartridge.js';

const numberOf = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw noSuchEdition();
  return Number(text);
};

@PageController('author/courses/:course/editions/:number/cartridge')
@Allow('author', 'admin')
export class CartridgePages {
  constructor(private readonly exporting: ExportCartridge) {}

  @Get()
  async download(@Param('course', SlugPipe) course: string, @Param('number') number: string): Promise<StreamableFile> {
    const bytes = await this.exporting.execute(course, numberOf(number));
    const disposition = `attachment; filename="${course}-${number}.imscc"`;
    return new StreamableFile(bytes, { type: 'application/zip', disposition });
  }
}

@ApiController('author/courses/:course/editions/:number/cartridge', 'authoring')
@Allow('author', 'admin')
export class CartridgeApi {
  constructor(private readonly exporting: ExportCartridge) {}

  @Get()
  @ApiProduces('application/zip')
  @Answers(200, undefined, 'Common Cartridge 1.3; the same edition gives the same bytes')
  @Refuses('404 not_found')
  async download(@Param('course', SlugPipe) course: string, @Param('number') number: string): Promise<StreamableFile> {
    return new StreamableFile(await this.exporting.execute(course, numberOf(number)), { type: 'application/zip' });
  }
}
