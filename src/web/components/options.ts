/** One choice of a select, of radios or of checkboxes. */
export interface Option {
  value: string;
  label: string;
  help?: string;
}
