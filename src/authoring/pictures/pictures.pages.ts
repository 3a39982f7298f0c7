import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  readTypedForm,
  submit,
  type Viewer,
} from '../../web/index.js';
import { draftAddress } from '../author-address.js';
import { noSuchDraft } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { PicturesView } from '../views/pictures.js';
import { AddPicture, largestPicture, newPicture } from './add-picture.js';
import { PictureQueries } from './picture.queries.js';

const chooseFile = 'Choose a file.';

/** The pictures of a draft: what they show, where they are used, and new ones. */
@PageController('author/drafts/:id/pictures')
@Allow('author', 'admin')
export class DraftPicturePages {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly pictures: PictureQueries,
    private readonly adding: AddPicture,
  ) {}

  @Get()
  show(@Page() page: PageContext, @Param('id', DraftIdPipe) id: string): Promise<JSX.Element> {
    return this.view(page, id, emptyForm());
  }

  @Post()
  async add(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const sent = await sentForm(request);
    if (sent instanceof DomainError) {
      response.status(422);
      return this.view(page, id, { values: {}, errors: sent.fields, summary: [sent.message] });
    }
    const bytes = sent.files.get('file');
    return submit({
      ...{ response, schema: newPicture, body: sent.typed },
      act: async (picture) => {
        if (!bytes)
          throw new DomainError('file_missing', chooseFile, { kind: 'invalid', fields: { file: chooseFile } });
        await this.adding.execute(id, { ...picture, bytes, personId });
        return `${draftAddress(id)}/pictures`;
      },
      view: (form) => this.view(page, id, form),
    });
  }

  private async view(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    return PicturesView({ page, draft, pictures: await this.pictures.of(id), form });
  }
}

async function sentForm(request: Request) {
  try {
    return await readTypedForm(request, largestPicture + 20_000);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'invalid') return error;
    throw error;
  }
}
