import { CheckOpeningFile } from './check-opening-file.js';
import { OpeningApi } from './opening.api.js';
import { OpeningPages } from './opening.pages.js';
import { OpeningQueries } from './opening.queries.js';
import { PostOpeningBalances } from './post-opening-balances.js';

export const openingControllers = [OpeningPages, OpeningApi];
export const openingProviders = [OpeningQueries, CheckOpeningFile, PostOpeningBalances];
