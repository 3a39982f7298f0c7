import { z } from 'zod';
import { group, integer, text } from './fields.js';

export const paging = {
  limit: integer(1, 100).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

const second = () => integer(0).optional();
export const created = z
  .union([integer(0), group({ gt: second(), gte: second(), lt: second(), lte: second() })])
  .optional();
export const nothing = group({});
