import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { VideoType } from '../media/index.js';

export interface VideoCard {
  sha256: string;
  name: string;
  type: VideoType;
  size: number;
  uploadedBy: string;
  uploadedAt: Date;
  /** Lessons of current editions that show it: `course/lesson`. */
  lessons: string[];
}

@Injectable()
export class VideoQueries {
  constructor(private readonly db: Database) {}

  /** The last 200, newest first. */
  all(): Promise<VideoCard[]> {
    return this.db.rows(
      `SELECT f.sha256, f.name, f.type, f.size::float8 AS size, p.name AS "uploadedBy", f.uploaded_at AS "uploadedAt",
         ARRAY(SELECT c.slug || '/' || l.slug FROM lessons l JOIN courses c ON c.current_edition_id = l.edition_id
           WHERE l.video->>'sha256' = f.sha256 ORDER BY 1) AS lessons
       FROM video_files f JOIN people p ON p.id = f.uploaded_by ORDER BY f.uploaded_at DESC, f.sha256 LIMIT 200`,
    );
  }
}
