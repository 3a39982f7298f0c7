import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import yazl from 'yazl';
import type { AuthoredQuestion } from '../../authored.js';
import { writeGift } from '../gift/write-gift.js';
import { writeCategory, writeMoodle } from '../moodle/write-moodle.js';
import { writeQti } from '../qti/write-qti.js';
import { Notes } from '../read-item.js';
import { ItemRefused } from '../refusals.js';
import { tag } from '../source/write-xml.js';

export const exportFormats = ['moodle', 'gift', 'qti'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportWords: Record<ExportFormat, { title: string; extension: string; mediaType: string }> = {
  moodle: { title: 'Moodle XML', extension: 'xml', mediaType: 'application/xml' },
  gift: { title: 'GIFT', extension: 'gift.txt', mediaType: 'text/plain' },
  qti: { title: 'QTI 3.0 package', extension: 'zip', mediaType: 'application/zip' },
};

/** What an export says of one question: `reason` if it is left out. */
export interface ExportRow {
  slug: string;
  notes: string[];
  reason?: string;
}

interface WrittenQuestion extends ExportRow {
  topic: string;
  text?: string;
}

const write = { moodle: writeMoodle, gift: writeGift, qti: writeQti };

/** Writes one question, or says why its format has nothing for it. */
export function written(question: AuthoredQuestion, format: ExportFormat): WrittenQuestion {
  const notes = new Notes();
  const { id: slug, topic } = question;
  try {
    const text = write[format](question, notes);
    return { slug, topic, notes: notes.list, text };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { slug, topic, notes: [], reason: error.message };
  }
}

/** A file of the questions that its format can hold, sorted by topic. */
export async function writeFile(questions: AuthoredQuestion[], format: ExportFormat): Promise<Buffer> {
  const items: WrittenQuestion[] = [];
  for (const question of questions) {
    const item = written(question, format);
    if (item.text !== undefined) items.push(item);
    if (items.length % 200 === 0) await setImmediate();
  }
  return format === 'qti' ? packageOf(items) : Buffer.from(textOf(items, format));
}

function textOf(items: WrittenQuestion[], format: 'moodle' | 'gift'): string {
  const pieces = items.flatMap(({ topic, text = '' }, at) => {
    if (items[at - 1]?.topic === topic) return [text];
    return [format === 'gift' ? `$CATEGORY: $course$/top/${topic.replaceAll('/', '-')}\n` : writeCategory(topic), text];
  });
  if (format === 'gift') return pieces.join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${pieces.join('\n')}\n</quiz>\n`;
}

/** The items and the manifest that names them. */
function packageOf(items: WrittenQuestion[]): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  const resources = items.map(({ slug }) => {
    const href = `items/${slug}.xml`;
    const attributes = { identifier: `r-${slug}`, type: 'imsqti_item_xmlv3p0', href };
    return tag('resource', attributes, tag('file', { href }));
  });
  const manifest = tag(
    'manifest',
    { xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1', identifier: 'questions' },
    tag('metadata', {}, tag('schema', {}, 'QTI Package'), tag('schemaversion', {}, '3.0.0')),
    tag('organizations', {}),
    tag('resources', {}, ...resources),
  );
  archive.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${manifest}\n`), 'imsmanifest.xml');
  for (const { slug, text = '' } of items) archive.addBuffer(Buffer.from(text), `items/${slug}.xml`);
  archive.end();
  return buffer(archive.outputStream);
}
