import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { InvoiceContent, InvoiceKind } from './invoice-content.js';

/** One document in a list. Amounts in minor units; those of credit notes are negative. */
export interface InvoiceRow {
  id: string;
  kind: InvoiceKind;
  number: string;
  orderNumber: string;
  issuedAt: Date;
  customerName: string;
  customerEmail: string;
  currency: string;
  net: number;
  tax: number;
  gross: number;
}

/** Half-open UTC days, as in the list of payments. */
export interface InvoiceFilter {
  from?: string;
  to?: string;
  kind?: InvoiceKind;
  series?: string;
  currency?: string;
  /** Part of a number, an order number, a customer's name or e-mail. */
  q?: string;
}

export interface InvoiceTotal {
  currency: string;
  count: number;
  net: number;
  tax: number;
  gross: number;
}

/** Who asks: an owner sees their own, people who keep the books see all. */
export interface Reader {
  personId: string;
  seesAll: boolean;
}

const columns = `i.id, i.kind, i.number, o.number AS "orderNumber", i.issued_at AS "issuedAt",
  i.content #>> '{customer,name}' AS "customerName", i.content #>> '{customer,email}' AS "customerEmail",
  i.currency, i.net, i.tax, i.gross`;
const all = 'invoices i JOIN orders o ON o.id = i.order_id';
const matching = `FROM ${all}
  WHERE ($1::date IS NULL OR i.issued_at >= $1::date::timestamp AT TIME ZONE 'UTC')
    AND ($2::date IS NULL OR i.issued_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')
    AND ($3::text IS NULL OR i.kind = $3) AND ($4::text IS NULL OR i.series = $4)
    AND ($5::text IS NULL OR i.currency = $5)
    AND ($6::text IS NULL OR i.number ILIKE $6 OR o.number ILIKE $6 OR i.content #>> '{customer,name}' ILIKE $6
      OR i.content #>> '{customer,email}' ILIKE $6)`;

@Injectable()
export class InvoiceQueries {
  constructor(private readonly db: Database) {}

  /** What the document says; unknown to whoever may not read it. */
  async byNumber(number: string, reader: Reader): Promise<InvoiceContent | undefined> {
    const row = await this.db.row<{ content: InvoiceContent }>(
      `SELECT i.content FROM ${all} WHERE i.number = $1 AND ($2 OR o.person_id = $3)`,
      [number, reader.seesAll, reader.personId],
    );
    return row?.content;
  }

  /** The papers of one order, oldest first. */
  ofOrder(orderId: string): Promise<InvoiceRow[]> {
    return this.db.rows(`SELECT ${columns} FROM ${all} WHERE i.order_id = $1 ORDER BY i.issued_at, i.id`, [orderId]);
  }

  /** Those of this person's orders, newest first. */
  ofPerson(personId: string, limit: number, after: string | null): Promise<InvoiceRow[]> {
    return this.db.rows(
      `SELECT ${columns} FROM ${all} WHERE o.person_id = $1 AND ($3::uuid IS NULL OR i.id < $3)
       ORDER BY i.id DESC LIMIT $2`,
      [personId, limit, after],
    );
  }

  /** Newest first; `after` is the id of the last row seen. */
  list(filter: InvoiceFilter, limit: number, after: string | null): Promise<InvoiceRow[]> {
    return this.db.rows(
      `SELECT ${columns} ${matching}
         AND ($8::uuid IS NULL OR (i.issued_at, i.id) < (SELECT issued_at, id FROM invoices WHERE id = $8))
       ORDER BY i.issued_at DESC, i.id DESC LIMIT $7`,
      [...parameters(filter), limit, after],
    );
  }

  totals(filter: InvoiceFilter): Promise<InvoiceTotal[]> {
    return this.db.rows(
      `SELECT i.currency, count(*) AS count, sum(i.net)::bigint AS net, sum(i.tax)::bigint AS tax,
              sum(i.gross)::bigint AS gross
       ${matching} GROUP BY i.currency ORDER BY i.currency`,
      parameters(filter),
    );
  }

  /** The series that exist, with their last number. */
  series(): Promise<{ code: string; last: number }[]> {
    return this.db.rows('SELECT code, last FROM invoice_series ORDER BY code');
  }
}

const parameters = ({ from, to, kind, series, currency, q }: InvoiceFilter): unknown[] => [
  from ?? null,
  to ?? null,
  kind ?? null,
  series ?? null,
  currency ?? null,
  q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
];
