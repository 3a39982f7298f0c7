// What our page and the frame of a package say to each other.

/** Everything an item needs to begin or to go on. */
export interface Opened {
  registration: string;
  standard: 'scorm-1.2' | 'scorm-2004';
  item: string;
  reports: boolean;
  launch: string;
  learner: { id: string; name: string };
  mastery: string;
  launchData: string;
  timeAllowed: string;
  timeLimitAction: string;
  rev: number;
  data: Record<string, string>;
}

export type FromFrame =
  | { packages: 'ready' }
  /** `follows`: the save that it was made from. */
  | { packages: 'commit'; seq: number; follows: number; data: Record<string, string> }
  | { packages: 'left' };

export type ToFrame =
  | { packages: 'open'; opened: Opened }
  | { packages: 'saved'; seq: number; rev: number }
  | { packages: 'drop' }
  | { packages: 'leave' };
