import { Module } from '@nestjs/common';
import { ChooseListing } from './choose-listing.js';
import { DirectoryApi, DirectoryPages } from './directory.controllers.js';
import { DirectoryQueries } from './directory.queries.js';
import { ListingApi, ListingPages } from './listing.controllers.js';
import { SearchDirectory } from './search-directory.js';
import { SearchLimit } from './search-limit.js';

/** Finding the certified, those of them who want to be found. */
@Module({
  controllers: [DirectoryPages, DirectoryApi, ListingPages, ListingApi],
  providers: [ChooseListing, DirectoryQueries, SearchDirectory, SearchLimit],
  exports: [DirectoryQueries],
})
export class DirectoryModule {}
