import type { Option } from './components/options.js';

/** One choice of the visitor that the foot of every page offers: a form that works without script. */
export interface FooterChoice {
  action: string;
  name: string;
  label: string;
  chosen: string;
  options: Option[];
}
