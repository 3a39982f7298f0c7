import { Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import { Config, notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  Page,
  PageController,
  type PageContext,
  Refuses,
  type Viewer,
} from '../../web/index.js';
import type { InvoiceContent } from './invoice-content.js';
import { InvoiceQueries, type Reader } from './invoice.queries.js';
import { invoiceJson, invoiceRowJson, invoiceRowSchema, invoiceSchema } from './invoice.schemas.js';
import { renderInvoice } from './pdf/render-invoice.js';
import { InvoiceView } from './views/invoice.js';

const pageOfInvoices = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.uuid().optional(),
});

/** A document for its buyer and for whoever keeps the books. */
@PageController('invoices')
@Allow('signed-in')
export class InvoicePages {
  constructor(
    private readonly invoices: InvoiceQueries,
    private readonly config: Config,
  ) {}

  @Get(':number.pdf')
  @ApiProduces('application/pdf')
  async print(@CurrentViewer() viewer: Viewer, @Param('number') number: string): Promise<StreamableFile> {
    const content = await found(this.invoices, number, viewer);
    const pdf = renderInvoice(content, `${this.config.baseUrl}/invoices/${content.number}`);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="Glabella-${content.number}.pdf"`,
    });
  }

  @Get(':number')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
  ): Promise<JSX.Element> {
    return InvoiceView({ page, invoice: await found(this.invoices, number, viewer) });
  }
}

@ApiController('invoices', 'orders')
@Allow('signed-in')
export class InvoicesApi {
  constructor(private readonly invoices: InvoiceQueries) {}

  @Get()
  @Answers(200, z.object({ items: z.array(invoiceRowSchema), next: z.uuid().nullable() }), 'Mine, newest first')
  @Refuses('400 malformed', '401 unauthenticated')
  async list(
    @Query({ schema: pageOfInvoices }) query: z.infer<typeof pageOfInvoices>,
    @CurrentViewer() viewer: Viewer,
  ) {
    const rows = await this.invoices.ofPerson(viewer.personId, query.limit + 1, query.after ?? null);
    const items = rows.slice(0, query.limit);
    return { items: items.map(invoiceRowJson), next: rows.length > query.limit ? items.at(-1)!.id : null };
  }

  @Get(':number')
  @Answers(200, invoiceSchema, 'All that the document says; as PDF at `/invoices/:number.pdf`')
  @Refuses('401 unauthenticated', '404 not_found')
  async show(@CurrentViewer() viewer: Viewer, @Param('number') number: string): Promise<z.infer<typeof invoiceSchema>> {
    return invoiceJson(await found(this.invoices, number, viewer));
  }
}

async function found(invoices: InvoiceQueries, number: string, viewer: Viewer): Promise<InvoiceContent> {
  const content = await invoices.byNumber(number, readerOf(viewer));
  if (!content) throw notFound('document');
  return content;
}

const readerOf = ({ personId, roles }: Viewer): Reader => ({
  personId,
  seesAll: roles.includes('admin') || roles.includes('accountant'),
});
