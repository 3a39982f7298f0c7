import { openDatabases } from '../books/databases.mjs';
import { step } from '../support/measuring.mjs';
import { measureBooks } from './books.mjs';
import { measurePosting } from './books-posting.mjs';

const sizes = (process.env.BOOKS ?? '10000,1000000').split(',').map(Number);

/** Booking sales, and reports over books of several sizes (`BOOKS`, in payments), in databases beside that of the product. */
export async function measureAllBooks(server) {
  const databases = await openDatabases(server);
  step('booking sales');
  const posting = await measurePosting({ ...server, databases });
  const reading = await measureBooks({ ...server, databases, sizes });
  await databases.close();
  return { posting, reading };
}
