import { Injectable } from '@nestjs/common';
import { Clock, type TimeSource } from '../shared/index.js';
import { Database } from './database.js';

@Injectable()
export class DatabaseClock extends Clock {
  constructor(private readonly db: Database) {
    super();
  }

  async now(source: TimeSource = this.db): Promise<Date> {
    const answer = await source.row<{ now: Date }>('SELECT now() AS now');
    return answer!.now;
  }
}
