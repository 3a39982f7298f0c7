import { group, text } from './fields.js';

const parts = {
  city: text().optional(),
  country: text(2).optional(),
  line2: text().optional(),
  postal_code: text().optional(),
  state: text().optional(),
};

export const place = () => group({ ...parts, line1: text().optional() });

export const shipping = () =>
  group({ address: group({ ...parts, line1: text() }), name: text(), phone: text().optional() });
