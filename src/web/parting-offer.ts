/** What a page offers somebody who is about to leave it: once, in a panel beside the page that takes no focus. */
export interface PartingOffer {
  /** What the browser remembers it by. */
  name: string;
  title: string;
  text: string;
  href: string;
  label: string;
}
