import { breakable, canDraw, drawnText, printableLine, setPdf } from '../../documents/index.js';
import { formatInstant } from '../../shared/index.js';
import type { PacketContent } from './packet-content.js';
import { packetTables } from './packet-tables.js';
import { template } from './template.js';

const missing = 'Some characters cannot be drawn here and stand as question marks; the page of the link shows them.';

/** A packet as PDF/A-3a, tagged. It is dated: what it says was true then, and the pages it names say what is true now. */
export function renderPacket(content: PacketContent): Buffer {
  const { holder, recipient, checkedAt, certificates } = content;
  const tables = packetTables(content);
  return setPdf(template, {
    title: plain(`Certificates of ${holder}`),
    date: [checkedAt.getUTCFullYear(), checkedAt.getUTCMonth() + 1, checkedAt.getUTCDate()],
    lead: plain(
      `For ${recipient}. Looked up ${formatInstant(checkedAt)}; what is true now stands at the addresses below.`,
    ),
    tables: tables.map(({ title, columns, rows, none }) => ({
      title,
      columns,
      rows: rows.map((row) => row.map(plain)),
      none,
    })),
    addresses: certificates.map(({ page }) => page),
    notes: canDraw(JSON.stringify([holder, recipient, tables])) ? [] : [missing],
  });
}

const plain = (text: string): string => breakable(drawnText(printableLine(text)));
