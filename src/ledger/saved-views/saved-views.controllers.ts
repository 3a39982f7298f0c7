import { Body, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { RemoveView } from './remove-view.js';
import { SaveView } from './save-view.js';
import { SavedViewQueries } from './saved-view.queries.js';
import { type NewView, newViewSchema, viewSchema } from './saved-view.schemas.js';
import { SavedViewsView } from './views/saved-views.js';

const views = '/books/views';

/** What somebody looks at often, under names of their own. */
@PageController('books/views')
@Allow('accountant', 'admin')
export class SavedViewsPages {
  constructor(
    private readonly saved: SavedViewQueries,
    private readonly saving: SaveView,
    private readonly removing: RemoveView,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @CurrentViewer() viewer: Viewer): Promise<JSX.Element> {
    return SavedViewsView({ page, form: emptyForm(), saved: await this.saved.of(viewer.personId) });
  }

  @Post()
  save(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newViewSchema, body },
      act: async (view) => {
        await this.saving.execute(viewer.personId, view);
        return views;
      },
      view: async (form) => SavedViewsView({ page, form, saved: await this.saved.of(viewer.personId) }),
    });
  }

  @Post(':id/removal')
  async remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.removing.execute(viewer.personId, id);
    return seeOther(response, views);
  }
}

@ApiController('books/views', 'books')
@Allow('accountant', 'admin')
export class SavedViewsApi {
  constructor(
    private readonly saved: SavedViewQueries,
    private readonly saving: SaveView,
    private readonly removing: RemoveView,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(viewSchema) }), 'Your own, by name')
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(@CurrentViewer() viewer: Viewer): Promise<{ items: z.infer<typeof viewSchema>[] }> {
    const saved = await this.saved.of(viewer.personId);
    return { items: saved.map((view) => ({ ...view, savedAt: view.savedAt.toISOString() })) };
  }

  @Post()
  @HttpCode(201)
  @Answers(201, z.object({ id: z.uuid() }), 'The same name again takes the new address')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async save(@CurrentViewer() viewer: Viewer, @Body({ schema: newViewSchema }) view: NewView): Promise<{ id: string }> {
    return { id: await this.saving.execute(viewer.personId, view) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers(204, undefined, 'Forgotten')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async remove(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<void> {
    await this.removing.execute(viewer.personId, id);
  }
}
