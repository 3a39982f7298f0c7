import type { Config } from '../../shared/index.js';
import type { InvoiceParty } from './invoice-content.js';

/** Who sells, as configured now; a document keeps what it was when it was issued. */
export function sellerOf({ seller }: Config): InvoiceParty {
  return { name: seller.name, address: seller.address, taxIds: [seller.taxId] };
}
