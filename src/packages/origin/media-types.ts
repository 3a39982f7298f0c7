import { extname } from 'node:path';

const text = (type: string) => `${type}; charset=utf-8`;

/** By the end of the name: what a package may hold and a browser can show. Everything else is only loaded. */
const byEnding: Record<string, string> = {
  ...{ '.html': 'text/html', '.htm': 'text/html', '.xhtml': 'application/xhtml+xml' },
  ...{
    '.js': text('text/javascript'),
    '.mjs': text('text/javascript'),
    '.css': 'text/css',
    '.json': 'application/json',
  },
  ...{ '.xml': 'application/xml', '.xsd': 'application/xml', '.txt': 'text/plain', '.vtt': text('text/vtt') },
  ...{ '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp' },
  ...{ '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.avif': 'image/avif' },
  ...{ '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.otf': 'font/otf' },
  ...{ '.mp3': 'audio/mpeg', '.m4a': 'audio/mp4', '.ogg': 'audio/ogg', '.wav': 'audio/wav' },
  ...{ '.mp4': 'video/mp4', '.webm': 'video/webm', '.m4v': 'video/mp4', '.pdf': 'application/pdf' },
  ...{ '.wasm': 'application/wasm' },
};

export const mediaTypeOf = (path: string): string =>
  byEnding[extname(path).toLowerCase()] ?? 'application/octet-stream';
