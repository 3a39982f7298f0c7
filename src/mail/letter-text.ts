import type { Part } from './letter.js';

/** The plain twin of a letter. `baseUrl`: what paths are completed with. */
export function letterText(parts: Part[], baseUrl: string): string {
  return parts.map((part) => partText(part, baseUrl)).join('\n\n');
}

function partText(part: Part, baseUrl: string): string {
  if (typeof part === 'string') return part;
  if ('heading' in part) return part.heading;
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
  if ('quote' in part) return `"${part.quote}"`;
  const { label, path } = 'button' in part ? part.button : part.link;
  return `${label}: ${baseUrl}${path}`;
}
