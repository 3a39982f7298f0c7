import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { AddPackage } from './adding/add-package.js';
import { PackagesApi } from './adding/packages.api.js';
import { PackagesPages } from './adding/packages.pages.js';
import { ContentOrigin } from './origin/content-origin.js';
import { ContentRoutes } from './origin/content-routes.js';
import { ContentServer } from './origin/content-server.js';
import { PathToken } from './origin/path-token.js';
import { PackageQueries } from './package.queries.js';
import { OpenPackage } from './playing/open-package.js';
import { PackageStateQueries } from './playing/package-state.queries.js';
import { PlayingApi } from './playing/playing.api.js';
import { PlayingPages } from './playing/playing.pages.js';
import { SaveState } from './playing/save-state.js';

@Module({
  imports: [CoursesModule, EnrollmentModule],
  controllers: [PackagesPages, PackagesApi, PlayingPages, PlayingApi],
  providers: [
    PackageQueries,
    AddPackage,
    PackageStateQueries,
    OpenPackage,
    SaveState,
    PathToken,
    ContentOrigin,
    ContentRoutes,
    ContentServer,
  ],
})
export class PackagesModule {}
