import { Injectable } from '@nestjs/common';
import { FrozenEditions, type Video } from '../../courses/index.js';
import { Database, type Tx } from '../../database/index.js';
import { type Access, CompleteItem, EnrollmentQueries, refuseClosed } from '../../enrollment/index.js';
import { noVideo } from '../videos.errors.js';
import { admit } from './admit.js';
import { lengthOf, reachOf, type Span } from './spans.js';
import { neededOf } from './needed.js';
import { type Watch, WatchQueries } from './watch.queries.js';

export interface ToldWatch {
  personId: string;
  course: string;
  lesson: string;
  /** Milliseconds into the video, and how many milliseconds ago that was. */
  position: number;
  age: number;
  speed: number;
  spans: Span[];
}

export interface KeptWatch extends Watch {
  /** Milliseconds of it that were seen, and that have to be. */
  seenFor: number;
  needed: number;
  completed: boolean;
}

/** A player says where it is and what was seen since; the newest place stays. Enough of it completes the lesson. */
@Injectable()
export class RecordWatch {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentQueries,
    private readonly editions: FrozenEditions,
    private readonly watches: WatchQueries,
    private readonly completeItem: CompleteItem,
  ) {}

  /** @throws DomainError not_found without access, lesson or video; not_open_yet */
  execute(told: ToldWatch): Promise<KeptWatch> {
    return this.db.transaction(async (tx) => {
      const access = await this.enrollments.access(told.personId, told.course, tx);
      const video = access && (await this.editions.lesson(access.editionId, told.lesson))?.video;
      if (!video) throw noVideo();
      refuseClosed(access, told.lesson);
      const key = { enrollmentId: access.enrollmentId, lesson: told.lesson, sha256: video.sha256 };
      const before = await this.watches.hold(tx, key);
      // Asked once the row is held: whoever comes second comes later.
      const { now } = (await tx.row<{ now: Date }>('SELECT clock_timestamp() AS now'))!;
      const after = moved(before, told, video, now);
      await this.watches.keep(tx, key, after);
      const seenFor = lengthOf(after.seen);
      const needed = neededOf(video);
      const completed = await this.complete(tx, access, told.lesson, needed > 0 && seenFor >= needed);
      return { ...after, seenFor, needed, completed };
    });
  }

  private async complete(tx: Tx, access: Access, lesson: string, isEnough: boolean): Promise<boolean> {
    if (access.progress[lesson] || !isEnough) return access.progress[lesson] === true;
    await this.completeItem.complete(tx, { enrollmentId: access.enrollmentId, itemSlug: lesson, kind: 'lesson' });
    return true;
  }
}

function moved(before: Watch, told: ToldWatch, { seconds, skip }: Video, now: Date): Watch {
  const length = Math.round(seconds * 1000);
  const passed = now.getTime() - before.heardAt.getTime();
  const counted = admit(before, told, { passed, length, skip });
  const placedAt = new Date(now.getTime() - told.age);
  const isNewer = placedAt >= before.placedAt;
  const furthest = skip ? length : reachOf(counted.seen);
  return {
    ...before,
    ...counted,
    heardAt: passed > 0 ? now : before.heardAt,
    ...(isNewer && {
      ...{ rev: before.rev + 1, placedAt, speed: told.speed },
      position: Math.min(Math.max(0, told.position), furthest),
    }),
  };
}
