/** One thing that is wrong with the content: where it stands, and what to do about it. */
export interface Problem {
  /** The path below the content folder. */
  file: string;
  line: number;
  message: string;
}

/** The content cannot be imported. Tells of every problem at once; nothing at all was imported. */
export class ContentProblem extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The content cannot be imported:\n${problems.map((p) => `  ${p.file}:${p.line} ${p.message}`).join('\n')}`);
    this.name = 'ContentProblem';
  }
}

/** Collects what is wrong, so that an author sees everything in one go. */
export class Problems {
  private readonly found: Problem[] = [];

  add(file: string, line: number, message: string): void {
    this.found.push({ file, line, message });
  }

  /** Problems of one picture or text, found without knowing the file's name. */
  addAll(file: string, problems: readonly Omit<Problem, 'file'>[]): void {
    for (const { line, message } of problems) this.add(file, line, message);
  }

  get count(): number {
    return this.found.length;
  }

  /** By file and line. */
  get all(): Problem[] {
    return this.found.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }

  /** @throws ContentProblem */
  throwIfAny(): void {
    if (this.found.length > 0) throw new ContentProblem(this.all);
  }
}
