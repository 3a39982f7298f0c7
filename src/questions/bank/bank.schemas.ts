import { z } from 'zod';
import { words } from '../../shared/index.js';
import { authoredTypes } from '../editor/editors.js';

export const reasonBody = z.strictObject({ reason: words(300) });
export const enemyBody = z.strictObject({ enemy: z.string().trim().min(1, 'it is empty').max(80), why: words(300) });
export const removalBody = z.strictObject({ enemy: z.string().max(80) });
export const approvalBody = z.strictObject({ version: z.coerce.number().int().min(1) });
export const typeQuery = z.object({ type: z.enum(authoredTypes as [string, ...string[]]).optional() });
export const versionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
