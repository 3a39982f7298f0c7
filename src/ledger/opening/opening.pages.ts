import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock, DomainError } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  malformed,
  Page,
  PageController,
  type PageContext,
  readTypedForm,
  submit,
  valueOf,
  type Viewer,
} from '../../web/index.js';
import { dayOf } from '../journal/months.js';
import { OpeningView } from './views/opening.js';
import { type CheckedOpening, CheckOpeningFile } from './check-opening-file.js';
import { openingRefused } from './opening.errors.js';
import { OpeningQueries } from './opening.queries.js';
import { largestOpening, openingCheckForm, openingPostForm } from './opening.schemas.js';
import { PostOpeningBalances } from './post-opening-balances.js';

/** Bytes of a request: the balances in the field, in a file, and what stands between. */
const largestForm = 8 * largestOpening;

/** One form: it is checked as often as needed, and what was checked is posted. */
@PageController('books/opening-balances')
@Allow('accountant')
export class OpeningPages {
  constructor(
    private readonly clock: Clock,
    private readonly queries: OpeningQueries,
    private readonly checking: CheckOpeningFile,
    private readonly posting: PostOpeningBalances,
  ) {}

  @Get()
  async show(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm({ date: dayOf(await this.clock.now()) }));
  }

  @Post()
  async send(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const values = await typedValues(request);
    if (values instanceof DomainError) return this.refuse(page, response, {}, values.fields);
    if (values.act !== 'post') return this.check(page, response, values);
    return submit({
      ...{ response, schema: openingPostForm, body: values },
      act: async (file) => `/books/journal/${await this.posting.execute({ ...file, by })}`,
      view: (form) => this.view(page, form),
    });
  }

  private async check(page: PageContext, response: Response, values: FormState['values']): Promise<JSX.Element> {
    const typed = openingCheckForm.safeParse(values);
    if (!typed.success) return this.refuse(page, response, values, malformed(typed.error.issues).fields);
    const checked = await this.checking.execute(typed.data.csv);
    if (checked.problems.length > 0) {
      return this.refuse(page, response, values, openingRefused(checked.problems).fields, checked);
    }
    response.status(200);
    return this.view(page, emptyForm(values), checked);
  }

  private refuse(
    page: PageContext,
    response: Response,
    values: FormState['values'],
    errors: Record<string, string>,
    checked?: CheckedOpening,
  ): Promise<JSX.Element> {
    response.status(422);
    return this.view(page, { values, errors, summary: Object.values(errors) }, checked);
  }

  private async view(page: PageContext, form: FormState, checked?: CheckedOpening): Promise<JSX.Element> {
    return OpeningView({ page, form, checked, before: await this.queries.list() });
  }
}

/** A chosen file stands for what is in the field. */
async function typedValues(request: Request): Promise<FormState['values'] | DomainError> {
  try {
    const { typed, files } = await readTypedForm(request, largestForm);
    const file = files.get('file');
    return { ...typed, csv: file ? file.toString('utf8') : valueOf({ ...emptyForm(typed) }, 'csv') };
  } catch (error) {
    if (error instanceof DomainError && error.fields.file) return error;
    throw error;
  }
}
