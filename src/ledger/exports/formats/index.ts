import type { JournalFormat } from '../journal-export.js';
import { beancount } from './beancount.js';
import { csv } from './csv.js';
import { hledger } from './hledger.js';
import { iif } from './iif.js';
import { ledger } from './ledger.js';
import { xero } from './xero.js';

/** By the ending of the file. */
export const formatNames = ['csv', 'hledger', 'ledger', 'beancount', 'iif', 'xero.csv'] as const;
export type FormatName = (typeof formatNames)[number];

/** These two know one currency to a file, and no comments. */
export const takesOneCurrency = (name: FormatName): boolean => name === 'iif' || name === 'xero.csv';

export const formatOf = (name: FormatName, taxRate: string): JournalFormat =>
  name === 'xero.csv' ? xero(taxRate) : { csv, hledger, ledger, beancount, iif }[name];
