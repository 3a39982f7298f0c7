import { certificatesChecks } from '../certificates/index.js';
import { checkoutChecks, paperChecks } from '../checkout/index.js';
import type { DataCheck } from '../database/index.js';

/** What every room says must hold of the stored data. */
export const dataChecks: DataCheck[] = [...checkoutChecks, ...paperChecks, ...certificatesChecks];
