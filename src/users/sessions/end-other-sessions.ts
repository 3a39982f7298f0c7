import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Viewer } from '../../web/index.js';
import { endSessions } from './end-sessions.js';

/** Ends all sessions of one's own but the one that asks. */
@Injectable()
export class EndOtherSessions {
  constructor(private readonly db: Database) {}

  execute(viewer: Viewer): Promise<number> {
    return endSessions(this.db, viewer.personId, viewer.sessionId);
  }
}
