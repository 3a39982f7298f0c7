import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../shared/index.js';
import { dataSourceOptions } from './data-source.js';
import { DatabaseClock } from './database-clock.js';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** `url` points at a migrated database. */
  static forUrl(url: string, poolSize: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(url, poolSize), autoLoadEntities: true, retryAttempts: 0 }),
      ],
      providers: [Database, { provide: Clock, useClass: DatabaseClock }],
      exports: [Database, Clock],
    };
  }
}
