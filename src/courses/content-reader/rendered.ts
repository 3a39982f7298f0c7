import type { ContentFile } from './content-file.js';
import type { Problems } from './content-problem.js';
import { renderMarkdown } from './markdown.js';
import type { Pictures } from './pictures.js';

/** The HTML of a file's Markdown; what is wrong with it goes to the problems. */
export function rendered(file: ContentFile<unknown>, idPrefix: string, pictures: Pictures, problems: Problems): string {
  if (file.body.trim() === '') problems.add(file.file, file.bodyLine, 'There is no text below the front matter.');
  const answer = renderMarkdown({ markdown: file.body, firstLine: file.bodyLine, idPrefix, pictures });
  problems.addAll(file.file, answer.problems);
  return answer.html;
}
