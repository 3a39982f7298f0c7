import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Money } from '../../shared/index.js';
import type { ProductKind } from '../products/product.js';
import type { VolumeStep } from '../volume/volume-step.js';
import type { PaymentPlan } from './sale-terms.js';

/** One version of a refund policy. */
export interface PolicyVersion {
  id: string;
  name: string;
  version: number;
  days: number;
  maxProgressPercent: number;
  feePercent: number;
  fees: { market: string; fee: Money }[];
  reason: string;
  createdBy: string | null;
  createdAt: Date;
  latest: boolean;
}

/** The terms that were set last. */
export interface DeskTerms {
  refundPolicy: string;
  accessDays: number | null;
  plan: PaymentPlan | null;
  reason: string;
  setBy: string | null;
  setAt: Date;
}

export interface ProductTerms {
  id: string;
  kind: ProductKind;
  slug: string;
  title: string;
  /** None: what holds for everything holds for it. */
  terms: DeskTerms | null;
  /** In the market that was asked for. */
  volume: VolumeStep[];
}

const termsJson = `json_build_object('refundPolicy', r.name, 'accessDays', t.access_days, 'plan', t.plan, 'reason', t.reason,
  'setBy', s.name, 'setAt', t.set_at)`;
const termsTables = `sale_terms t JOIN refund_policies r ON r.id = t.refund_policy_id LEFT JOIN people s ON s.id = t.set_by`;

@Injectable()
export class TermsDeskQueries {
  constructor(private readonly db: Database) {}

  /** Every version of every policy, by name, the latest first. */
  policies(): Promise<PolicyVersion[]> {
    return this.db.rows<PolicyVersion>(
      `SELECT r.id, r.name, r.version, r.days, r.max_progress_percent AS "maxProgressPercent", r.fee_percent AS "feePercent",
         (SELECT coalesce(json_agg(json_build_object('market', f.market, 'fee',
            json_build_object('amount', f.amount, 'currency', m.currency)) ORDER BY m.position), '[]')
          FROM refund_policy_fees f JOIN markets m ON m.name = f.market WHERE f.policy_id = r.id) AS fees,
         r.reason, p.name AS "createdBy", r.created_at AS "createdAt",
         r.version = max(r.version) OVER (PARTITION BY r.name) AS latest
       FROM refund_policies r LEFT JOIN people p ON p.id = r.created_by ORDER BY r.name, r.version DESC`,
    );
  }

  /** What holds for every product that says nothing else. */
  async forAll(): Promise<DeskTerms> {
    const row = await this.db.row<{ terms: TermsJson }>(
      `SELECT ${termsJson} AS terms FROM ${termsTables} WHERE t.product_id IS NULL ORDER BY t.set_at DESC, t.id DESC LIMIT 1`,
    );
    return toTerms(row!.terms);
  }

  products(market: string): Promise<ProductTerms[]> {
    return this.read(market, null);
  }

  async ofProduct(slug: string, market: string): Promise<ProductTerms | undefined> {
    return (await this.read(market, slug))[0];
  }

  private async read(market: string, slug: string | null): Promise<ProductTerms[]> {
    const rows = await this.db.rows<Omit<ProductTerms, 'terms'> & { terms: TermsJson | null }>(
      `SELECT p.id, p.kind, p.slug, p.title,
         (SELECT ${termsJson} FROM ${termsTables} WHERE t.product_id = p.id ORDER BY t.set_at DESC, t.id DESC LIMIT 1) AS terms,
         coalesce((SELECT v.steps FROM volume_steps v WHERE v.product_id = p.id AND v.market = $1
           ORDER BY v.set_at DESC, v.id DESC LIMIT 1), '[]') AS volume
       FROM products p WHERE $2::text IS NULL OR p.slug = $2 ORDER BY p.kind, p.created_at, p.id`,
      [market, slug],
    );
    return rows.map((row) => ({ ...row, terms: row.terms && toTerms(row.terms) }));
  }
}

type TermsJson = Omit<DeskTerms, 'setAt'> & { setAt: string };

const toTerms = ({ setAt, ...rest }: TermsJson): DeskTerms => ({ ...rest, setAt: new Date(setAt) });
