/** The accounts that the product itself posts to. Their names, and further ones, are data. */
export const accounts = {
  bank: '1000',
  inTransit: '1050',
  stripe: '1100',
  disputed: '1150',
  suspense: '1190',
  deferred: '2100',
  refundLiability: '2150',
  tax: '2200',
  opening: '3000',
  revenue: '4000',
  allowances: '4100',
  fees: '5000',
  disputeFees: '5010',
  chargebacks: '5020',
  exchange: '5030',
} as const;

export type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'expense';
