import { filesAt, type Place, type SourceFile } from './content-files.js';

/** What a course consists of: everything else in its folder is not content. */
export const isCourseFile = (path: string): boolean =>
  /^(course\.md|lessons\/[a-z0-9-]{1,80}\.md|quizzes\/[a-z0-9-]{1,80}\.yaml|pictures\/[a-z0-9-]{1,80}\.(svg|png|jpg|webp)|videos\/[a-z0-9-]{1,80}(\.[a-zA-Z0-9-]{1,20})?\.(vtt|mp4|webm))$/.test(
    path,
  );

/** Files of one part of the content as they were brought, byte by byte. */
export interface BroughtFiles {
  /** `courses/<course>`, or what courses share: `drawings`, `pools`, `awards`. */
  base: string;
  files: SourceFile[];
}

const shared = ['drawings', 'pools', 'awards', 'articles/pictures', 'bundles/pictures'];
const largest = 8_000_000;

/** The files of every course, and those that courses are checked against. */
export async function readSources(place: Place): Promise<BroughtFiles[]> {
  const courses = (await filesAt(place).list('courses')).filter(({ isFolder }) => isFolder);
  const sources = [...courses.map(({ name }) => `courses/${name}`), ...shared].map(async (base) => {
    const files = await below(place, base, '');
    return { base, files: base.startsWith('courses/') ? files.filter(({ path }) => isCourseFile(path)) : files };
  });
  return (await Promise.all(sources)).filter(({ files }) => files.length > 0);
}

async function below(place: Place, base: string, inside: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const { name, isFolder } of await filesAt(place).list(`${base}${inside}`)) {
    if (name.startsWith('.')) continue;
    if (isFolder) files.push(...(await below(place, base, `${inside}/${name}`)));
    else {
      const bytes = await filesAt(place).read(`${base}${inside}/${name}`, largest);
      if (Buffer.isBuffer(bytes)) files.push({ path: `${inside}/${name}`.slice(1), bytes });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
