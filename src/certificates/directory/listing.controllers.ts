import { Body, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noCertificate } from '../certificates.errors.js';
import { NumberPipe } from '../number/number.pipe.js';
import { ChooseListing } from './choose-listing.js';
import { DirectoryQueries, type OwnListing } from './directory.queries.js';
import { listingSchema } from './directory.schemas.js';
import { ListingView } from './views/listing.js';

/** A holder's choice who may find them by one certificate. */
@PageController('certificates')
@Allow('signed-in')
export class ListingPages {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly choosing: ChooseListing,
  ) {}

  @Get(':number/listing')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
  ): Promise<JSX.Element> {
    const own = await this.own(personId, number);
    return ListingView({ page, own, form: emptyForm({ reach: own.reach }) });
  }

  @Post(':number/listing')
  @HttpCode(303)
  choose(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: listingSchema, body },
      act: async ({ reach }) => {
        await this.choosing.execute(personId, number, reach);
        return '/certificates';
      },
      view: async (form: FormState) => ListingView({ page, form, own: await this.own(personId, number) }),
    });
  }

  private async own(personId: string, number: string): Promise<OwnListing> {
    const own = await this.directory.own(personId, number);
    if (!own) throw noCertificate();
    return own;
  }
}

@ApiController('certificates')
@Allow('signed-in')
export class ListingApi {
  constructor(private readonly choosing: ChooseListing) {}

  @Put(':number/listing')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '409 not_listable')
  choose(
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body({ schema: listingSchema }) { reach }: z.infer<typeof listingSchema>,
  ): Promise<void> {
    return this.choosing.execute(personId, number, reach);
  }
}
