import type { ManifestProblem } from '../packages.errors.js';

/** What is found while a manifest is read. */
export class Reports {
  readonly problems: ManifestProblem[] = [];
  readonly notes: string[] = [];

  wrong(line: number, message: string): void {
    this.problems.push({ line, message });
  }

  note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence);
  }
}
