export type Standard = 'scorm-1.2' | 'scorm-2004';

/** One thing of a package that can be opened. */
export interface PackageItem {
  id: string;
  title: string;
  /** Within the package, with what is asked of it: `sco/index.html?page=2`. */
  launch: string;
  /** Whether it reports by itself; anything else is done once it was opened. */
  reports: boolean;
  /** Which items must be done before, as the standard writes it: `a&(b|~c)`; empty if none. */
  prerequisites: string;
  /** 0 to 100 in 1.2, -1 to 1 in 2004; as it is written. */
  mastery: string;
  launchData: string;
  timeAllowed: string;
  timeLimitAction: string;
}

export interface Manifest {
  standard: Standard;
  title: string;
  /** In the order in which they are studied. */
  items: PackageItem[];
  /** Items are opened one after the other, not at will. */
  inOrder: boolean;
  /** What was found and is not followed. */
  notes: string[];
}
