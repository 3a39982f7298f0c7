import 'reflect-metadata';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { useVisitorMarket } from '../bundles/index.js';
import type { StripeConnection } from '../checkout/index.js';
import { useBookOffer } from '../ebooks/index.js';
import type { Config } from '../shared/index.js';
import { unlessByToken, useApiTokens, useSessions } from '../users/index.js';
import { Assets, ErrorFilter, malformed, originCheck, requestSetup, useLanguage } from '../web/index.js';
import { AppModule } from './app.module.js';
import { lastAnswers } from './drain.js';
import { logging, NestLogs } from './logging.js';
import { navigation } from './navigation.js';
import { describeApi } from './openapi.js';

/** The application of one node, wired but not yet listening. The order of the middleware is the order of trust. */
export async function createApp(
  config: Config,
  databaseUrl: string,
  stripe: StripeConnection,
): Promise<NestExpressApplication> {
  const { logger, requestLog } = logging(config);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, databaseUrl, stripe), {
    logger: new NestLogs(logger),
    rawBody: true,
    abortOnError: false,
  });
  const assets = new Assets();
  app.disable('x-powered-by').disable('etag');
  if (config.values.TRUSTED_PROXIES) app.set('trust proxy', config.values.TRUSTED_PROXIES);
  app.use(lastAnswers(() => app.getHttpServer()));
  app.use(requestLog);
  app.use(compression({ threshold: 4_096 }));
  app.use(assets.router());
  const settings = {
    baseUrl: config.baseUrl,
    demo: config.demo,
    navigation,
    asset: (name: string) => assets.address(name),
  };
  app.use(requestSetup(settings, config.isSecure, stripe.formTargets));
  useApiTokens(app);
  const proveThemselves = [/^\/stripe\/events$/, /^\/mail\/stop\/[\w-]+$/, /^\/api\/mail\/reports$/];
  app.use(unlessByToken(originCheck(config.baseUrl, proveThemselves)));
  useSessions(app);
  useLanguage(app);
  useVisitorMarket(app);
  useBookOffer(app);
  // An essay of 60,000 characters in any script, as JSON and as a form spells it.
  app.useBodyParser('json', { limit: '400kb' });
  app.useBodyParser('urlencoded', { limit: '1mb', extended: true });
  app.useBodyParser('raw', { type: 'message/rfc822', limit: '1mb' });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: malformed }));
  app.useGlobalFilters(new ErrorFilter());
  describeApi(app);
  const server = app.getHttpServer();
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return app;
}
