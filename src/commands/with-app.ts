import { type INestApplicationContext } from '@nestjs/common';
import { startPayments } from '../process/payments.js';
import { createApp } from '../process/create-app.js';
import { migrate, openDatabase } from '../database/index.js';
import { DomainError, readConfig } from '../shared/index.js';

/** Runs one command on the wired application, without serving and without taking jobs. */
export async function withApp(
  work: (app: INestApplicationContext, say: (line: string) => void, ownerUrl: string) => Promise<void>,
): Promise<void> {
  const config = readConfig({
    LOG_LEVEL: 'warn',
    ...process.env,
    PROCESS: 'web',
    SANDBOX_PORT: '0',
    PACKAGES_PORT: '0',
  });
  const database = await openDatabase(config);
  try {
    await migrate(database.ownerUrl, database.url);
    const payments = await startPayments(config, database.ownerUrl);
    const app = await createApp(config, database.url, payments.connection);
    try {
      await app.init();
      await work(app, (line) => process.stdout.write(`${line}\n`), database.ownerUrl);
    } finally {
      await app.close();
      await payments.close();
    }
  } catch (error) {
    const isExpected = error instanceof DomainError || (error instanceof Error && error.name === 'ContentProblem');
    process.stderr.write(`${isExpected ? sentencesOf(error) : (error as Error).stack}\n`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/** What is wrong, with the field it is about. */
const sentencesOf = (error: Error): string =>
  error instanceof DomainError && Object.keys(error.fields).length > 0
    ? Object.entries(error.fields)
        .map(([field, sentence]) => `${field}: ${sentence}`)
        .join('\n')
    : error.message;
