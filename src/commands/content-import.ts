import { resolve } from 'node:path';
import { importContent, shippedContent } from '../process/prepare-content.js';
import { withApp } from './with-app.js';

/** `npm run content:import [folder]` */
await withApp(async (app, say) => {
  const folder = resolve(process.argv[2] ?? shippedContent);
  const report = await importContent(app, folder);
  for (const line of report) say(line);
  say(report.length === 0 ? `Nothing changed in ${folder}.` : `Imported ${folder}.`);
});
