import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';

/** Works with one connection of another login than the application's, for what only the owner of the tables may do. */
export async function openedAs<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const dataSource = await new DataSource(dataSourceOptions(url, 1)).initialize();
  try {
    return await work(new Database(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
