import { Body, Get, Param, Post, Put, Res } from '@nestjs/common';
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
  submit,
  type Viewer,
} from '../../web/index.js';
import { BlueprintQueries } from './blueprint.queries.js';
import { blueprintAnswer, blueprintBody, type BlueprintBody, blueprintForm } from './blueprint.schemas.js';
import { ChangeBlueprint } from './change-blueprint.js';
import { BlueprintView } from './views/blueprint.js';
import { formOf } from './views/blueprint-form.js';

/** What papers of a quiz are drawn from: read by examiners, changed by authors. */
@PageController('bank/blueprints/:quiz')
@Allow('author', 'examiner', 'admin')
export class BlueprintPages {
  constructor(
    private readonly blueprints: BlueprintQueries,
    private readonly changing: ChangeBlueprint,
  ) {}

  @Get()
  async show(@Page() page: PageContext, @Param('quiz') name: string): Promise<JSX.Element> {
    const desk = await this.blueprints.find(name);
    return BlueprintView({ page, desk, form: emptyForm(formOf(desk)) });
  }

  @Post()
  @Allow('author', 'admin')
  async change(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('quiz') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const desk = await this.blueprints.find(name);
    return submit({
      ...{ response, schema: blueprintForm, body },
      act: async (change) => {
        await this.changing.execute(name, change, personId);
        return `/bank/blueprints/${name}`;
      },
      view: (form) => BlueprintView({ page, desk, form }),
    });
  }
}

@ApiController('bank/blueprints/:quiz', 'bank')
@Allow('author', 'examiner', 'admin')
export class BlueprintApi {
  constructor(
    private readonly blueprints: BlueprintQueries,
    private readonly changing: ChangeBlueprint,
  ) {}

  @Get()
  @Answers(200, blueprintAnswer)
  @Refuses('404 not_found')
  async show(@Param('quiz') name: string): Promise<z.infer<typeof blueprintAnswer>> {
    const { quiz, rev, fromContent, sections } = await this.blueprints.find(name);
    return { quiz: `${quiz.courseSlug}.${quiz.slug}`, title: quiz.title, rev, fromContent, sections };
  }

  @Put()
  @Allow('author', 'admin')
  @Answers(200, blueprintAnswer, 'As it is drawn from now on; papers that are drawn stay as they are')
  @Refuses('400 malformed', '404 not_found', '409 blueprint_changed', '422 blueprint_refused')
  async change(
    @Param('quiz') name: string,
    @Body({ schema: blueprintBody }) body: BlueprintBody,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof blueprintAnswer>> {
    await this.changing.execute(name, body, personId);
    return this.show(name);
  }
}
