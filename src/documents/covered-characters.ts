/**
 * The code points a TrueType font can draw, from its `cmap` table (formats 4 and 12; glyph 0 means "cannot draw").
 * https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
export function coveredCharacters(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    const format = font.readUInt16BE(subtable);
    if (format === 4) readSegments(font, subtable, covered);
    if (format === 12) readGroups(font, subtable, covered);
  }
  return covered;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

function readSegments(font: Buffer, at: number, covered: Set<number>): void {
  const size = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, ranges] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size];
  for (let segment = 0; segment < size; segment += 2) {
    const range = font.readUInt16BE(ranges + segment);
    const start = font.readUInt16BE(starts + segment);
    const end = Math.min(font.readUInt16BE(ends + segment), 0xfffe);
    for (let code = start; code <= end; code += 1) {
      const raw = range === 0 ? code : font.readUInt16BE(ranges + segment + range + 2 * (code - start));
      const glyph = raw === 0 ? 0 : (raw + font.readUInt16BE(deltas + segment)) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

function readGroups(font: Buffer, at: number, covered: Set<number>): void {
  for (let group = at + 16, left = font.readUInt32BE(at + 12); left > 0; left -= 1, group += 12) {
    const first = font.readUInt32BE(group + 8);
    const start = font.readUInt32BE(group);
    for (let code = start; code <= font.readUInt32BE(group + 4); code += 1) {
      if (first + code - start !== 0) covered.add(code);
    }
  }
}
