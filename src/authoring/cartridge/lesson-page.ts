import type { LessonContent } from '../../courses/index.js';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const pageOf = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${escape(title)}</title></head>\n<body>\n<h1>${escape(title)}</h1>\n${body}\n</body>\n</html>\n`;

/** A lesson as a page of its own. `pictures`: by their address here, their file in the cartridge. */
export function lessonPage(lesson: LessonContent, pictures: ReadonlyMap<string, string>): string {
  const { title, summary, html, sources, reviewed } = lesson;
  const shown = html.replace(/(?<=<img src=")[^"]+(?=")/g, (address) => pictures.get(address) ?? address);
  const listed = sources.map(({ text, url }) =>
    url ? `<li><a href="${escape(url)}">${escape(text)}</a></li>` : `<li>${escape(text)}</li>`,
  );
  return pageOf(
    title,
    [
      `<p>${escape(summary)}</p>`,
      shown,
      '<h2>Sources</h2>',
      `<ol>${listed.join('')}</ol>`,
      `<p>Clinical review: ${reviewed}. For licensed medical professionals; check the current label before you treat.</p>`,
    ].join('\n'),
  );
}

/** What the course is, and what of it is not in the cartridge or not as it was. */
export function aboutPage(title: string, introHtml: string, notes: string[]): string {
  const told = notes.map((note) => `<li>${escape(note)}</li>`).join('');
  return pageOf(title, `${introHtml}\n${told && `<h2>Not as in the course itself</h2>\n<ul>${told}</ul>`}`);
}
