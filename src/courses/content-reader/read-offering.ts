import { contentHash } from '../../shared/index.js';
import { readContentFile, readYamlFile } from './content-file.js';
import type { Place } from './content-files.js';
import type { AwardContent, BundleContent } from './content-folder.js';
import type { Problems } from './content-problem.js';
import { entries } from './entries.js';
import { readPictures } from './pictures.js';
import { rendered } from './rendered.js';
import type { YamlPart } from './yaml-part.js';
import { awardSchema, bundleSchema } from './schemas.js';

type CourseNames = ReadonlySet<string>;

export async function readBundles(folder: Place, courses: CourseNames, problems: Problems): Promise<BundleContent[]> {
  const pictures = await readPictures(folder, 'bundles', problems);
  const bundles: BundleContent[] = [];
  for (const { slug, file } of await entries(folder, 'bundles', '.md', problems)) {
    const bundle = await readContentFile(folder, file, bundleSchema, problems);
    if (!bundle) continue;
    if (courses.has(slug)) problems.add(file, 1, `"${slug}" is the name of a course already.`);
    checkCourses(bundle, courses, problems);
    const bodyHtml = rendered(bundle, 'h-', pictures, problems);
    const content = { ...bundle.data, bodyMarkdown: bundle.body.trim(), bodyHtml };
    bundles.push({ slug, file, ...content, contentHash: contentHash(content) });
  }
  return bundles;
}

export async function readAwards(folder: Place, courses: CourseNames, problems: Problems): Promise<AwardContent[]> {
  const awards: AwardContent[] = [];
  for (const { slug, file } of await entries(folder, 'awards', '.yaml', problems)) {
    const award = await readYamlFile(folder, file, awardSchema, problems);
    if (!award) continue;
    checkCourses(award, courses, problems);
    awards.push({ slug, file, ...award.data });
  }
  return awards;
}

/** Every course is named once, and exists. */
function checkCourses(
  part: YamlPart<{ courses: string[] }> & { file: string },
  known: CourseNames,
  problems: Problems,
) {
  const { courses } = part.data;
  courses.forEach((course, at) => {
    const refuse = (message: string) => problems.add(part.file, part.lineOf(['courses', at]), message);
    if (!known.has(course)) refuse(`There is no course "${course}".`);
    else if (courses.indexOf(course) < at) refuse(`The course "${course}" is named twice.`);
  });
}
