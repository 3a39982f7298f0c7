export { ImportBooks } from './content/import-books.js';
export { ebooksChecks } from './ebooks.checks.js';
export { EbooksModule } from './ebooks.module.js';
export { ebooksErasure } from './erasure.js';
export { useBookOffer } from './offer/use-book-offer.js';
