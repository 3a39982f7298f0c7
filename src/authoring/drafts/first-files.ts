import type { SourceFile } from '../../courses/index.js';

const course = `---
title: A new course
summary: One sentence that says what it teaches.
audience: Licensed medical professionals
reviewed: 2000-01-01
reviewedBy: Nobody yet
listPrice: { amount: 9900, currency: USD }
objectives:
  - Name what one can do afterwards
modules:
  - title: First module
    lessons: [first-lesson]
---
An introduction of two to four paragraphs.
`;

/** What a new lesson says until somebody writes it. The old day of review shows in every list that it is due. */
export const firstLesson = (title: string): string => `---
title: ${JSON.stringify(title)}
summary: One sentence that says what it teaches.
minutes: 10
reviewed: 2000-01-01
sources:
  - text: Name the source of what is taught here
---
## First heading

Write here.
`;

export const firstQuiz = (title: string): string => `title: ${JSON.stringify(title)}
intro: One or two sentences shown before the start.
passPercent: 80
draw: 1
minutes: 20
attempts: 3
review: [score, marks]
questions:
  - id: first-question
    topic: first topic
    type: trueFalse
    text: Write a statement that is true or false.
    answer: true
    marks: 1
    feedback: Say why.
    source: Name the source
`;

/** A course that is not there yet. */
export const firstFiles = (): SourceFile[] => [
  { path: 'course.md', bytes: Buffer.from(course) },
  { path: 'lessons/first-lesson.md', bytes: Buffer.from(firstLesson('First lesson')) },
];
