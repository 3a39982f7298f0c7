import { type DynamicModule, Module } from '@nestjs/common';
import { UsersModule } from '../users.module.js';
import { AskErasure } from './ask-erasure.js';
import { EraseDue } from './erase-due.js';
import { ErasePerson } from './erase-person.js';
import { ErasurePlan } from './erasure-plan.js';
import { ErasureApi, PersonErasureApi } from './erasure.api.js';
import { ErasurePages, PersonErasurePages } from './erasure.pages.js';
import { ErasureQueries } from './erasure.queries.js';
import { TakeBackErasure } from './take-back-erasure.js';

const verbs = [AskErasure, TakeBackErasure, ErasePerson, EraseDue, ErasureQueries];

/** Erasing people, with what every room does for it. */
@Module({})
export class ErasureModule {
  static by(plan: ErasurePlan): DynamicModule {
    return {
      module: ErasureModule,
      imports: [UsersModule],
      controllers: [ErasurePages, PersonErasurePages, ErasureApi, PersonErasureApi],
      providers: [{ provide: ErasurePlan, useValue: plan }, ...verbs],
      exports: [ErasePerson, ErasureQueries],
    };
  }
}
