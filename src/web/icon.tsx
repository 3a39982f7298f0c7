import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');
const drawings = new Map<string, string>();

/** A lucide icon by its name. Without a `label` it is decoration and hidden from screen readers. */
export function Icon({ name, label, size = 20 }: { name: string; label?: string; size?: number }): JSX.Element {
  const safeDrawing = drawingOf(name);
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      {safeDrawing}
    </svg>
  );
}

function drawingOf(name: string): string {
  const known = drawings.get(name);
  if (known !== undefined) return known;
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`Not an icon name: ${name}`);
  const file = readFileSync(join(folder, `${name}.svg`), 'utf8');
  const drawing = file
    .slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '');
  drawings.set(name, drawing);
  return drawing;
}
