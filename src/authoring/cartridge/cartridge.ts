import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { CourseContent, SourceFile } from '../../courses/index.js';
import { chars, tag, writeAssessment12 } from '../../questions/index.js';
import { fixedEntry } from '../exchange/course-zip.js';
import { aboutPage, lessonPage } from './lesson-page.js';
import { assessment, manifestOf, type Place, type Resource, webContent, webLink } from './manifest.js';

/**
 * A course as Common Cartridge 1.3: lessons as pages, articles as links, quizzes as QTI 1.2. What it cannot hold is listed on its first
 * page. The same course gives the same bytes. @see https://www.imsglobal.org/cc/ccv1p3/imscc_profilev1p3-Implementation.html
 */
export async function cartridgeOf(course: CourseContent, files: SourceFile[], baseUrl: string): Promise<Buffer> {
  const pictures = picturesOf(files);
  const notes: string[] = [];
  const resources: Resource[] = [];
  const lessons = course.lessons.map((lesson): [string, Resource] => {
    const shown = [...pictures].filter(([address]) => lesson.html.includes(address)).map(([, { file }]) => file);
    const hrefs = new Map([...pictures].map(([address, { file }]) => [address, `../${file}`]));
    const bytes = Buffer.from(lessonPage(lesson, hrefs));
    return [
      lesson.slug,
      { id: `l-${lesson.slug}`, type: webContent, href: `lessons/${lesson.slug}.html`, bytes, files: shown },
    ];
  });
  const quizzes = course.quizzes.flatMap(({ slug, quiz }): [string, Resource][] => {
    const written = writeAssessment12(slug, quiz.title, quiz.questions ?? []);
    notes.push(...written.notes.map((each) => `${quiz.title}, ${each.slug}: ${each.note}`));
    if (quiz.blueprint) notes.push(`${quiz.title}: what it draws from the question bank is exported there.`);
    if (written.count === 0) return [];
    const bytes = Buffer.from(written.xml);
    return [[slug, { id: `q-${slug}`, type: assessment, href: `quizzes/${slug}.xml`, bytes }]];
  });
  const links = course.lessons.flatMap(({ slug, resource }): [string, Resource][] => {
    if (!resource) return [];
    const bytes = Buffer.from(linkTo(resource.article, `${baseUrl}/articles/${resource.article}`));
    return [[slug, { id: `a-${slug}`, type: webLink, href: `articles/${slug}.xml`, bytes }]];
  });
  const [of, linked] = [new Map([...lessons, ...quizzes]), new Map(links)];
  const outline = course.outline.map(({ title, items }): Place => ({
    title,
    items: items.flatMap((item) => {
      const [resource, link] = [of.get(item.slug), linked.get(item.slug)];
      const own = resource ? [{ title: item.title, resource: resource.id }] : [];
      return link ? [...own, { title: `${item.title}: the article`, resource: link.id }] : own;
    }),
  }));
  const about = Buffer.from(aboutPage(course.title, course.introHtml, notes));
  resources.push(
    { id: 'about', type: webContent, href: 'about.html', bytes: about },
    ...of.values(),
    ...linked.values(),
  );
  const first = { title: course.title, items: [{ title: 'About this course', resource: 'about' }] };
  const manifest = manifestOf(course.slug, course.title, [first, ...outline], resources);
  const archive = new yazl.ZipFile();
  archive.addBuffer(Buffer.from(manifest), 'imsmanifest.xml', fixedEntry);
  for (const { href, bytes } of resources) archive.addBuffer(bytes, href, fixedEntry);
  const used = new Set(resources.flatMap(({ files: shown = [] }) => shown));
  for (const { file, bytes } of pictures.values()) if (used.has(file)) archive.addBuffer(bytes, file, fixedEntry);
  archive.end();
  return buffer(archive.outputStream);
}

/** Photographs by their address in lessons; drawings stand in the pages themselves. */
function picturesOf(files: SourceFile[]): Map<string, { file: string; bytes: Buffer }> {
  const photographs = files.filter(({ path }) => /^pictures\/.*\.(png|jpg|webp)$/.test(path));
  return new Map(
    photographs.map(({ path, bytes }) => {
      const ending = path.slice(path.lastIndexOf('.'));
      return [`/pictures/${createHash('sha256').update(bytes).digest('hex')}${ending}`, { file: path, bytes }];
    }),
  );
}

const linkTo = (title: string, href: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'webLink',
    { xmlns: 'http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3' },
    tag('title', {}, chars(title)),
    tag('url', { href }),
  )}\n`;
