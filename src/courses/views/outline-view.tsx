import { Outline } from '../../web/index.js';
import type { OutlineModule } from '../content-reader/index.js';

/** What a course is made of, for those who do not study it yet. */
export function OutlineView({ outline }: { outline: OutlineModule[] }): JSX.Element {
  return <Outline modules={outline} />;
}
