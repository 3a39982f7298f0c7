import { Body, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { MarketQueries } from '../markets/market.queries.js';
import { SetRefundPolicy } from './set-refund-policy.js';
import { TermsDeskQueries } from './terms-desk.queries.js';
import { policyForm } from './terms-forms.js';
import { RefundPoliciesView } from './views/refund-policies.js';

@PageController('admin/refund-policies')
@Allow('admin')
export class RefundPoliciesPages {
  constructor(
    private readonly terms: TermsDeskQueries,
    private readonly markets: MarketQueries,
    private readonly setRefundPolicy: SetRefundPolicy,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm({ feePercent: '0' }));
  }

  @Post()
  async set(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: policyForm(await this.markets.all()), body },
      act: async (policy) => {
        await this.setRefundPolicy.execute(policy, viewer.personId);
        return '/admin/refund-policies';
      },
      view: (form) => this.view(page, form),
    });
  }

  private async view(page: PageContext, form: FormState): Promise<JSX.Element> {
    const [policies, markets] = await Promise.all([this.terms.policies(), this.markets.all()]);
    return RefundPoliciesView({ page, policies, markets, form });
  }
}
