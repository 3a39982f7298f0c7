import type { FooterChoice } from './footer-choice.js';
import type { PartingOffer } from './parting-offer.js';

export type Role = 'learner' | 'author' | 'admin' | 'accountant' | 'preceptor' | 'examiner';

/** The person who is signed in and looks at the page. */
export interface Viewer {
  personId: string;
  name: string;
  email: string;
  roles: Role[];
  sessionId: string;
  confirmed: boolean;
}

/** One place to go, already known to be allowed for the viewer. */
export interface NavItem {
  href: string;
  label: string;
  section: 'main' | 'work' | 'account';
  /** Other addresses that belong to this place. */
  under?: string[];
}

/** What every page knows about its request. */
export interface PageContext {
  nonce: string;
  path: string;
  viewer: Viewer | null;
  navigation: NavItem[];
  /** The hashed address of an asset: `asset('countdown.js')`. */
  asset(name: string): string;
  demo: boolean;
  requestId: string;
  now: Date;
  baseUrl: string;
  /** Offered at the foot of the page. */
  choice?: FooterChoice;
  /** Shown once to somebody who is about to leave, by script; a link in the foot leads there too. */
  offer?: PartingOffer;
  /** What the last act did, in a sentence, shown once. */
  notice?: string;
}
