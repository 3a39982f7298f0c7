import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { Engines } from './outside/engines.controller.js';
import { PublicPageQueries } from './outside/public-page.queries.js';
import { SearchApi, SearchPages } from './search.controllers.js';
import { Search } from './search.js';
import { SearchQueries } from './search.queries.js';

@Module({
  imports: [EnrollmentModule],
  controllers: [SearchPages, SearchApi, Engines],
  providers: [Search, SearchQueries, PublicPageQueries],
})
export class SearchModule {}
