import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { scopesFor } from '../users/index.js';
import { problemSchema } from '../web/index.js';
import { tokenAreas } from './token-areas.js';

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
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token made at /account/tokens' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, settings);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: z.toJSONSchema(problemSchema) as object },
  };
  nameScopes(document);
  return document;
}

/** Says of each route which token opens it; a route without one is for people who signed in. */
function nameScopes(document: OpenAPIObject): void {
  for (const [path, operations] of Object.entries(document.paths)) {
    const route = path.replace(/\{(\w+)\}/g, ':$1');
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = operations[method];
      if (!operation) continue;
      const scopes = scopesFor(tokenAreas.areas, method.toUpperCase(), route);
      operation.security = [{ cookie: [] }, ...scopes.map((scope) => ({ token: [scope] }))];
    }
  }
}
