import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { problemSchema } from '../web/index.js';

const documents = new WeakMap<object, () => OpenAPIObject>();

/** The description of the API, made from the same schemas that check requests; built when first asked for. */
export function describeApi(app: INestApplication): void {
  let built: OpenAPIObject | undefined;
  documents.set(app.getHttpAdapter(), () => (built ??= build(app)));
}

export const apiDescription = (adapter: object): OpenAPIObject => documents.get(adapter)!();

function build(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Glabella')
    .setDescription('Courses, bundles, checkout, learning, quizzes, certificates and books.')
    .setVersion('1')
    .addCookieAuth('glabella')
    .build();
  const document = SwaggerModule.createDocument(app, settings);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: z.toJSONSchema(problemSchema) as object },
  };
  return document;
}
