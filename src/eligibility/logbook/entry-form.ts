import { emptyForm, type FormState, responseOf } from '../../web/index.js';
import { used } from './read-map.js';
import type { EntryContent } from './entry.schemas.js';

/** What the names of the map's fields begin with. */
export const mapPrefix = 'map';

/** The form filled with what an entry says. */
export function formOf({ points, ...content }: EntryContent): FormState {
  const typed = points.map((point) => ({ ...point, product: used }));
  return emptyForm({ ...content, [`${mapPrefix}.points:json`]: JSON.stringify(typed) });
}

/** The map as it was typed, for showing it again. */
export const typedMap = (form: FormState): Record<string, unknown> | null =>
  (responseOf(Object.entries(form.values), mapPrefix) as Record<string, unknown> | undefined) ?? null;
