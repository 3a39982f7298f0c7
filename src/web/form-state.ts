/** What a form shows: what was typed, a sentence for each wrong field, and the sentences summed up on top. */
export interface FormState {
  values: Record<string, string | string[] | undefined>;
  errors: Record<string, string>;
  summary: string[];
}

/** The typed value of a field as one text. */
export function valueOf(form: FormState, name: string): string {
  const value = form.values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Whether an option or a checkbox was chosen. */
export function hasValue(form: FormState, name: string, value: string): boolean {
  return [form.values[name]].flat().includes(value);
}
