import { Module } from '@nestjs/common';
import { ExportQuestions } from './exporting/export-questions.js';
import { ExportPages, ExportsApi } from './exporting/exports.controllers.js';
import { CommitImport } from './importing/commit-import.js';
import { DropStaleImports } from './importing/drop-stale-imports.js';
import { ImportQueries } from './importing/import.queries.js';
import { ImportsApi } from './importing/imports.api.js';
import { ImportsPages } from './importing/imports.pages.js';
import { StageImport } from './importing/stage-import.js';

/** Questions as files of other systems. */
@Module({
  controllers: [ImportsPages, ImportsApi, ExportPages, ExportsApi],
  providers: [ImportQueries, StageImport, CommitImport, DropStaleImports, ExportQuestions],
})
export class FormatsModule {}
