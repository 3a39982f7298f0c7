import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { SearchApi, SearchPages } from './search.controllers.js';
import { Search } from './search.js';
import { SearchQueries } from './search.queries.js';

@Module({
  imports: [EnrollmentModule],
  controllers: [SearchPages, SearchApi],
  providers: [Search, SearchQueries],
})
export class SearchModule {}
