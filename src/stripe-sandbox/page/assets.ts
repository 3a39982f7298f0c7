import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { styles } from './styles.js';

const version = createHash('sha256').update(styles).digest('hex').slice(0, 12);
const forever = 'public, max-age=31536000, immutable';

export const stylesheetPath = `/c/assets/${version}.css`;

/** Where the font's package keeps the file: nothing is fetched from another site. */
const font = fileURLToPath(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));

export function assets(): Router {
  const router = Router();
  router.get(`/${version}.css`, (_req, res) => void res.set('Cache-Control', forever).type('css').send(styles));
  router.get('/inter.woff2', (_req, res) =>
    res.sendFile(font, { cacheControl: true, immutable: true, maxAge: '365d' }),
  );
  return router;
}
