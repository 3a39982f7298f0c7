import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** RFC 9457 problem details, the answer to every refused request. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; decide on this'),
    detail: z.string().describe('A sentence for a person'),
    errors: z.record(z.string(), z.string()).optional().describe('One sentence per field'),
    requestId: z.string(),
  })
  .loose();

/** Describes one answer of an API route. */
export function Answers(status: number, schema?: z.ZodType, description = '') {
  return ApiResponse(schema ? { status, description, standardSchema: schema } : { status, description });
}

/** Describes the refusals of an API route, `'404 not_found'`. */
export function Refuses(...refusals: `${number} ${string}`[]) {
  const byStatus = Map.groupBy(refusals, (refusal) => refusal.slice(0, 3));
  return applyDecorators(
    ...[...byStatus].map(([status, codes]) =>
      ApiResponse({
        status: Number(status),
        description: codes.map((code) => `\`${code.slice(4)}\``).join(' · '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}
