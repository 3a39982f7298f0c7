import { applyDecorators, Controller } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';

/** Pages for people: HTML, not part of the API's description. */
export const PageController = (prefix = '') => applyDecorators(Controller(prefix), ApiExcludeController());

/** JSON under `/api/<prefix>`. */
export const ApiController = (prefix: string, tag = prefix) =>
  applyDecorators(Controller(`api/${prefix}`), ApiTags(tag || 'process'));
