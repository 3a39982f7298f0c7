import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { eventually, testDatabase, type TestDatabase } from '../../test/support/index.js';
import { Database, DatabaseModule } from '../database/index.js';
import { Config, readConfig } from '../shared/index.js';
import { type Fact, Facts, Jobs, JobsModule, OnFact, OnJob } from './index.js';

@Injectable()
class Listeners {
  readonly heard: string[] = [];
  readonly tried: string[] = [];
  failures = 0;

  @OnFact('thing.happened', 'test.first')
  first(fact: Fact<{ what: string }>): Promise<void> {
    this.heard.push(`first ${fact.data.what}`);
    return Promise.resolve();
  }

  @OnFact('thing.happened', 'test.second')
  second(fact: Fact<{ what: string }>): Promise<void> {
    this.tried.push(fact.data.what);
    if (this.failures-- > 0) return Promise.reject(new Error('not yet'));
    this.heard.push(`second ${fact.data.what}`);
    return Promise.resolve();
  }

  @OnJob('test.job')
  job({ what }: { what: string }): Promise<void> {
    this.heard.push(`job ${what}`);
    return Promise.resolve();
  }
}

describe('facts and jobs', () => {
  let database: TestDatabase;
  let facts: Facts;
  let jobs: Jobs;
  let db: Database;
  let listeners: Listeners;
  let close: () => Promise<void>;

  beforeAll(async () => {
    database = await testDatabase();
    const config = readConfig({ DATABASE_URL: database.url });

    @Module({
      imports: [
        { module: class {}, global: true, providers: [{ provide: Config, useValue: config }], exports: [Config] },
        DatabaseModule.forUrl(database.url, 6),
        JobsModule,
      ],
      providers: [Listeners],
    })
    class TestModule {}

    const app = await Test.createTestingModule({ imports: [TestModule] }).compile();
    await app.init();
    [facts, jobs, db, listeners] = [app.get(Facts), app.get(Jobs), app.get(Database), app.get(Listeners)];
    close = () => app.close();
  }, 60_000);
  afterAll(async () => {
    await close();
    await database.close();
  });

  const factsNamed = (what: string) => db.rows(`SELECT 1 FROM facts WHERE data ->> 'what' = $1`, [what]);

  it('reach every subscriber once the transaction committed', async () => {
    await db.transaction((tx) => {
      facts.record(tx, 'thing.happened', { what: 'a' });
      return Promise.resolve();
    });
    await eventually(() =>
      Promise.resolve(expect(listeners.heard).toEqual(expect.arrayContaining(['first a', 'second a']))),
    );
    expect(await factsNamed('a')).toHaveLength(1);
  });

  it('never leave a transaction that did not commit', async () => {
    const failing = db.transaction(async (tx) => {
      facts.record(tx, 'thing.happened', { what: 'b' });
      await jobs.enqueue(tx, 'test.job', { what: 'b' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await db.transaction((tx) => jobs.enqueue(tx, 'test.job', { what: 'after b' }));
    await eventually(() => Promise.resolve(expect(listeners.heard).toContain('job after b')));
    expect(listeners.heard.filter((entry) => entry.endsWith(' b') && entry !== 'job after b')).toEqual([]);
    expect(await factsNamed('b')).toEqual([]);
  });

  it('are told again to the subscriber that failed, and to no other', async () => {
    listeners.failures = 1;
    await db.transaction((tx) => {
      facts.record(tx, 'thing.happened', { what: 'c' });
      return Promise.resolve();
    });
    await eventually(() => Promise.resolve(expect(listeners.heard).toContain('second c')), 15_000);
    expect(listeners.tried.filter((what) => what === 'c')).toHaveLength(2);
    expect(listeners.heard.filter((entry) => entry === 'first c')).toHaveLength(1);
  }, 30_000);

  it('are a history that the database keeps as it was', async () => {
    await expect(db.rows(`UPDATE facts SET name = 'x'`)).rejects.toThrow('append-only');
    await expect(db.rows('DELETE FROM facts')).rejects.toThrow('append-only');
    await expect(db.rows('TRUNCATE facts')).rejects.toThrow('append-only');
  });
});
