import { Injectable } from '@nestjs/common';
import { CourseQueries } from '../../courses/index.js';
import { Database, type Tx } from '../../database/index.js';
import { keepFiles, sha256Of } from '../../media/index.js';
import { PackageFiles } from '../../questions/index.js';
import { invalidField, newId } from '../../shared/index.js';
import type { Manifest } from '../manifest/manifest.js';
import { readManifest } from '../manifest/read-manifest.js';
import { ContentOrigin } from '../origin/content-origin.js';
import { noManifest, packageUnchanged } from '../packages.errors.js';

export interface SentPackage {
  course: string;
  lesson: string;
  bytes: Buffer;
  personId: string;
}

interface Unpacked {
  path: string;
  sha256: string;
  size: number;
}

/** What a package may come as, and what may be in it. Bytes. */
export const largestPackage = 100_000_000;
const limits = { together: 500_000_000, each: 50_000_000 };
const manifestName = 'imsmanifest.xml';
/** Files are written in batches of about this size. */
const batch = 8_000_000;

/** Puts a package into a lesson. Who began an earlier one stays with it. */
@Injectable()
export class AddPackage {
  constructor(
    private readonly db: Database,
    private readonly courses: CourseQueries,
    private readonly origin: ContentOrigin,
  ) {}

  /** @throws DomainError packages_off, course_unknown, lesson_unknown, import_refused, package_refused, package_unchanged */
  async execute({ course, lesson, bytes, personId }: SentPackage): Promise<string> {
    this.origin.required();
    const found = await this.courses.bySlug(course);
    if (!found) throw invalidField('course', 'There is no course of this name.', 'course_unknown');
    const isThere = found.outline.some(({ items }) =>
      items.some((item) => item.kind === 'lesson' && item.slug === lesson),
    );
    if (!isThere) throw invalidField('lesson', 'The course has no lesson of this name.', 'lesson_unknown');
    const archive = await PackageFiles.open(bytes, limits);
    const manifest = await manifestOf(archive);
    const files = await this.keep(archive);
    return this.db.transaction((tx) =>
      this.insert(tx, { courseId: found.id, lesson, manifest, files, sha256: sha256Of(bytes), personId }),
    );
  }

  /** Kept by their hash: those of a package that is not taken after all are in nobody's way. */
  private async keep(archive: PackageFiles): Promise<Unpacked[]> {
    const files: Unpacked[] = [];
    let waiting: Buffer[] = [];
    for (const path of filesOf(archive)) {
      const bytes = (await archive.read(path))!;
      files.push({ path, sha256: sha256Of(bytes), size: bytes.length });
      waiting.push(bytes);
      if (waiting.reduce((sum, each) => sum + each.length, 0) < batch) continue;
      await keepFiles(this.db, waiting);
      waiting = [];
    }
    await keepFiles(this.db, waiting);
    return files;
  }

  private async insert(
    tx: Tx,
    sent: { courseId: string; lesson: string; manifest: Manifest; files: Unpacked[]; sha256: string; personId: string },
  ): Promise<string> {
    const { courseId, lesson, manifest, files, sha256, personId } = sent;
    await tx.lock(`package ${courseId} ${lesson}`);
    const last = await tx.row<{ number: number; sha256: string }>(
      'SELECT number, sha256 FROM packages WHERE course_id = $1 AND lesson = $2 ORDER BY number DESC LIMIT 1',
      [courseId, lesson],
    );
    if (last?.sha256 === sha256) throw packageUnchanged();
    const id = newId();
    await tx.rows(
      `INSERT INTO packages (id, course_id, lesson, number, standard, title, manifest, sha256, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, courseId, lesson, (last?.number ?? 0) + 1, manifest.standard, manifest.title.slice(0, 300)],
        ...[JSON.stringify(manifest), sha256, personId],
      ],
    );
    await tx.rows(
      `INSERT INTO package_files (package_id, path, sha256, size)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[])`,
      [id, files.map(({ path }) => path), files.map((file) => file.sha256), files.map(({ size }) => size)],
    );
    return id;
  }
}

const filesOf = (archive: PackageFiles): string[] => archive.names.filter((name) => !name.endsWith('/'));

async function manifestOf(archive: PackageFiles): Promise<Manifest> {
  const manifest = await archive.read(manifestName);
  if (!manifest) throw noManifest();
  return readManifest(manifest, new Set(filesOf(archive)));
}
