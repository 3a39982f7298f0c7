import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { AuthoringModule } from '../authoring/index.js';
import { BundlesModule, RelatedCoursesModule } from '../bundles/index.js';
import {
  CertificatesModule,
  EarnedCertificatesModule,
  LessonRecallsModule,
  VcApiModule,
} from '../certificates/index.js';
import { CheckoutModule, StripeConnection } from '../checkout/index.js';
import { CoursesModule } from '../courses/index.js';
import { DatabaseModule } from '../database/index.js';
import { DiscussionModule, DiscussionsModule } from '../discussion/index.js';
import { EbooksModule } from '../ebooks/index.js';
import { ImpartialityModule, LicencesModule, NoticeOfPracticeModule, PracticeModule } from '../eligibility/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { IntegrationsModule } from '../integrations/index.js';
import { JobsModule } from '../jobs/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MailModule } from '../mail/index.js';
import { MediaModule } from '../media/index.js';
import { LessonPackagesModule, PackagesModule } from '../packages/index.js';
import { QuestionsModule } from '../questions/index.js';
import { QuizzesModule } from '../quizzes/index.js';
import { SeatsModule } from '../seats/index.js';
import { SearchModule } from '../search/index.js';
import { Config } from '../shared/index.js';
import { ApiTokensModule, ErasureModule, UsersModule } from '../users/index.js';
import { LessonVideosModule, VideosModule } from '../videos/index.js';
import { CatchUp } from './catch-up.js';
import { erasurePlan } from './erasure-plan.js';
import { LanguagePages } from './language.pages.js';
import { ProcessControllers } from './process.controllers.js';
import { tokenAreas } from './token-areas.js';

@Global()
@Module({})
class ConfigModule {
  static of(config: Config, stripe: StripeConnection): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: StripeConnection, useValue: stripe },
    ];
    return { module: ConfigModule, providers, exports: [Config, StripeConnection] };
  }
}

@Module({})
export class AppModule {
  static for(config: Config, databaseUrl: string, stripe: StripeConnection): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config, stripe),
        DatabaseModule.forUrl(databaseUrl, config.values.DATABASE_POOL),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 60 }]),
        JobsModule,
        MailModule,
        MediaModule,
        UsersModule,
        ApiTokensModule.by(tokenAreas),
        ErasureModule.by(erasurePlan),
        QuestionsModule,
        CoursesModule,
        BundlesModule,
        RelatedCoursesModule,
        EnrollmentModule,
        QuizzesModule,
        AuthoringModule,
        SeatsModule,
        CheckoutModule,
        LicencesModule,
        NoticeOfPracticeModule,
        PracticeModule,
        ImpartialityModule,
        CertificatesModule,
        EarnedCertificatesModule,
        LessonRecallsModule,
        IntegrationsModule,
        EbooksModule,
        DiscussionsModule,
        DiscussionModule,
        PackagesModule,
        LessonPackagesModule,
        VideosModule,
        LessonVideosModule,
        SearchModule,
        LedgerModule,
        ...(config.values.VC_API === 'on' ? [VcApiModule] : []),
      ],
      controllers: [ProcessControllers, LanguagePages],
      providers: [CatchUp],
    };
  }
}
