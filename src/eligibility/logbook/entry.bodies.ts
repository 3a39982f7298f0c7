import { z } from 'zod';
import { words } from '../../shared/index.js';
import { anonymous, contentFields, fixedFields, pointSchema, whyField } from './entry.schemas.js';

const points = z.array(pointSchema).min(1).max(60);

/** As the API sends it. */
export const newEntryBody = z.strictObject({ ...fixedFields, ...contentFields, points });
export const amendmentBody = z.strictObject({ ...contentFields, ...whyField, points });

/** As the page sends it: the procedure stands in the address, the points are fields of their own. */
export const newEntryForm = z.object({ ...fixedFields, ...contentFields }).omit({ procedure: true });
export const amendmentForm = z.object({ ...contentFields, ...whyField });

export const withdrawalBody = z.object({ reason: anonymous(500) });
export const codeAskBody = z.object({ preceptor: z.uuid('Choose who observed you.') });
export const codeBody = z.object({ code: words(20).regex(/^\D*(\d\D*){8}$/, 'The code has eight digits.') });
