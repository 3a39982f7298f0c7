import { renderMarkdown } from '../../courses/index.js';
import { invalidField } from '../../shared/index.js';

/** The text of a bundle's page as safe HTML. @throws invalid_input at `body`, with the line */
export function renderBody(markdown: string): string {
  const { html, problems } = renderMarkdown({ markdown, firstLine: 1, idPrefix: 'h-', pictures: new Map() });
  const [first] = problems;
  if (first) throw invalidField('body', `Line ${first.line}: ${first.message}`);
  return html;
}
