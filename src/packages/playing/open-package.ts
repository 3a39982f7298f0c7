import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { EnrollmentQueries, refuseClosed } from '../../enrollment/index.js';
import { Clock, newId } from '../../shared/index.js';
import type { PackageItem } from '../manifest/manifest.js';
import { ContentOrigin } from '../origin/content-origin.js';
import { PathToken } from '../origin/path-token.js';
import { itemLocked, noPackage } from '../packages.errors.js';
import { isOpen, nextItem } from './open-items.js';
import { PackageStateQueries, type Registration, type StoredState } from './package-state.queries.js';

export interface OpenedPackage {
  registration: Registration;
  courseTitle: string;
  states: StoredState[];
  item: PackageItem;
  /** The frame of our runtime, and where in it the item begins. */
  frame: string;
  launch: string;
}

/** A learner goes on with the package of a lesson: the version they began, else the newest. */
@Injectable()
export class OpenPackage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly enrollments: EnrollmentQueries,
    private readonly queries: PackageStateQueries,
    private readonly token: PathToken,
    private readonly origin: ContentOrigin,
  ) {}

  /** `itemId` empty: where they left off. @throws DomainError not_found, not_open_yet, item_locked, packages_off */
  async execute(personId: string, course: string, lesson: string, itemId?: string): Promise<OpenedPackage> {
    const access = await this.enrollments.access(personId, course);
    if (!access) throw noPackage();
    refuseClosed(access, lesson);
    const registration = await this.register(access.enrollmentId, lesson);
    if (!registration) throw noPackage();
    const { manifest, packageId } = registration;
    const states = await this.queries.states(registration.id);
    const done = new Set(states.filter(({ completed }) => completed).map((state) => state.item));
    const item = itemId ? manifest.items.find(({ id }) => id === itemId) : nextItem(manifest, done);
    if (!item) throw noPackage();
    if (!isOpen(manifest, item, done)) throw itemLocked();
    const token = this.token.issue(packageId, await this.clock.now());
    return {
      ...{ registration, courseTitle: access.title, states, item },
      frame: `${this.origin.required()}/play/${manifest.standard}`,
      launch: `/files/${token}/${addressOf(item.launch)}`,
    };
  }

  /** The unique index decides when two devices open it for the first time. */
  private async register(enrollmentId: string, lesson: string): Promise<Registration | undefined> {
    const known = await this.queries.ofLesson(enrollmentId, lesson);
    if (known) return known;
    await this.db.rows(
      `INSERT INTO package_registrations (id, enrollment_id, lesson, package_id)
       SELECT $1, e.id, p.lesson, p.id FROM enrollments e JOIN packages p ON p.course_id = e.course_id
       WHERE e.id = $2 AND p.lesson = $3 ORDER BY p.number DESC LIMIT 1
       ON CONFLICT ON CONSTRAINT uq_package_registrations_lesson DO NOTHING`,
      [newId(), enrollmentId, lesson],
    );
    return this.queries.ofLesson(enrollmentId, lesson);
  }
}

/** The path is written as an address; the question and place behind it stay as they are. */
function addressOf(launch: string): string {
  const rest = /[?#].*$/s.exec(launch)?.[0] ?? '';
  const path = launch.slice(0, launch.length - rest.length);
  return path.split('/').map(encodeURIComponent).join('/') + rest;
}
