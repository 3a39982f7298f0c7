import { ExportJournal } from './export-journal.js';
import { ExportQueries } from './export.queries.js';
import { ExportsApi } from './exports.api.js';
import { ExportsPages } from './exports.pages.js';

export const exportControllers = [ExportsPages, ExportsApi];
export const exportProviders = [ExportQueries, ExportJournal];
