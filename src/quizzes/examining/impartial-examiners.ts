import type { Runner } from '../../database/index.js';
import { partialExaminer } from './examining.errors.js';

/** Whether an examiner may decide about somebody. Answered by `eligibility`, which stands below the rooms that ask. */
export abstract class ImpartialExaminers {
  /** Why not, as a sentence; null if nothing stands against it. */
  abstract whyNot(examinerId: string, learnerId: string, runner: Runner): Promise<string | null>;

  /** @throws partial_examiner */
  async refusePartial(examinerId: string, learnerId: string, runner: Runner): Promise<void> {
    // Which tie it is would tell the examiner whose answer they read.
    if (await this.whyNot(examinerId, learnerId, runner)) throw partialExaminer();
  }
}
