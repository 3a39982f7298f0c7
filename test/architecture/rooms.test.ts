import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';

const violations = async (...folders: string[]) => {
  const file = join(mkdtempSync(join(tmpdir(), 'arrows-')), 'report.json');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--output-to', file];
  await run(process.execPath, [cruiser, ...folders, ...options]).catch(() => undefined);
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
};

describe('the rooms', () => {
  it('call only rooms above them, and only through the door', async () => {
    expect(await violations('src', 'migrations')).toEqual([]);
  }, 120_000);

  it('would notice an arrow that points down', async () => {
    const folder = mkdtempSync(join('src', 'courses', 'planted-'));
    try {
      writeFileSync(join(folder, 'arrow.ts'), `import '../../checkout/settling/settle-order.js';\n`);
      const found = await violations(folder);
      expect(found.join()).toContain('courses-knows-nothing-below');
      expect(found.join()).toContain('only-through-the-door');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  it('each have a README of at most a page', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'commands',
    );
    for (const room of rooms) {
      const lines = readFileSync(join('src', room.name, 'README.md'), 'utf8').split('\n').length;
      expect({ room: room.name, lines: lines <= 120 }).toEqual({ room: room.name, lines: true });
    }
  });
});
