import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const files: Record<string, string> = {
  'courses/basics/course.md': `---
title: Basics
summary: What comes first.
audience: Everybody.
reviewed: 2026-11-15
reviewedBy: The editors
listPrice: { amount: 4900, currency: USD }
objectives:
  - Know the first thing
modules:
  - title: Read
    lessons: [second, first]
  - title: Check
    quiz: basics-quiz
---
An introduction.
`,
  'courses/basics/lessons/first.md': `---
title: The first lesson
summary: It comes second.
minutes: 5
reviewed: 2026-11-15
sources: [{ text: A textbook, url: "https://example.org/book" }]
---

Some text.

![A face](pictures/face.svg "The face")
`,
  'courses/basics/lessons/second.md': `---
title: The second lesson
summary: It comes first.
minutes: 12
reviewed: 2026-11-14
sources: [{ text: A journal }]
resource: pain
---
## Heading

> **Label.** Check the current label.
`,
  'courses/basics/pictures/face.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img">
  <title>A face</title>
  <path class="ink" d="M0 0L10 10"/>
</svg>
`,
  'courses/basics/quizzes/basics-quiz.yaml': `title: Basics quiz
intro: One question.
passPercent: 80
draw: 1
minutes: 20
attempts: 3
review: [score]
questions:
  - id: one
    topic: first things
    type: single
    text: Which comes first?
    options: [{ id: a, text: The second, correct: true }, { id: b, text: The first }]
    marks: 1
    feedback: The outline says so.
    source: A textbook
`,
  'articles/pain.md': `---
title: On pain
summary: A short article.
author: A. Author
abstract: It is about pain.
minutes: 3
reviewed: 2026-11-15
trademarks: [A name is a trademark of its owner.]
sources: [{ text: A trial }]
origin: A journal, 2015
---

An article.
`,
  'bundles/all.md': `---
title: Everything
summary: All of it.
courses: [basics]
listPrice: { amount: 9900, currency: USD }
---
What is in it.
`,
  'awards/basics.yaml': `title: Basics
kind: completion
statement: has completed every lesson and passed the quiz
courses: [basics]
`,
};

/** Writes a content folder for tests: one course of two lessons and a quiz, one article, one bundle, one award. */
export async function smallContent(folder: string): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
