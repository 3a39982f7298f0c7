import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { pictureType, redrawPicture } from './redraw-picture.js';

const types = ['image/png', 'image/jpeg', 'image/webp'] as const;
const limits = { longest: 100, mostPixels: 1_000_000 };
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 90 } } });
const made = (type: string) =>
  blank(30, 20)
    .toFormat(type.slice(6) as 'png')
    .toBuffer();

/** A small PNG whose header states another size. */
async function stating(width: number, height: number): Promise<Buffer> {
  const png = await made('image/png');
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

describe('a picture drawn anew', () => {
  it.each(types)('loses where and by whom it was taken: %s', async (type) => {
    const exif = { IFD0: { Artist: 'Anna Nurse' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } };
    const sent = await sharp(await made(type))
      .withMetadata({ exif })
      .toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const drawn = (await redrawPicture(sent, type, limits)) as { bytes: Buffer };
    const { exif: left, xmp, iptc, format } = await sharp(drawn.bytes).metadata();
    expect([left, xmp, iptc, `image/${format}`]).toEqual([undefined, undefined, undefined, type]);
  });

  it.each([
    ['an archive', 'PK\x03\x04 hidden.txt'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a program', '<?php system($_GET["c"]); ?>'],
    ['a document', '%PDF-1.7\n1 0 obj <</JS(1)>> endobj'],
  ])('is no longer %s at once', async (_, hidden) => {
    for (const type of types) {
      const behind = Buffer.concat([await made(type), Buffer.from(hidden, 'latin1')]);
      const inside = await sharp(await made(type))
        .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${hidden.replace(/[<&]/g, '.')}</x:xmpmeta>`)
        .toBuffer();
      for (const sent of [behind, inside]) {
        const drawn = await redrawPicture(sent, type, limits);
        expect('refused' in drawn || !/hidden|alert|system|endobj/.test(drawn.bytes.toString('latin1'))).toBe(true);
      }
    }
  });

  it('is refused by its header when it would unpack to more than the limit, without being unpacked', async () => {
    const began = performance.now();
    expect(await redrawPicture(await stating(20_000, 20_000), 'image/png', limits)).toEqual({ refused: 'too_large' });
    expect(await redrawPicture(await stating(1_000, 1_001), 'image/png', limits)).toEqual({ refused: 'too_large' });
    expect(performance.now() - began).toBeLessThan(500);
    expect(await redrawPicture(await stating(1_000, 1_000), 'image/png', limits)).toEqual({ refused: 'broken' });
  });

  it('is refused as broken when it is cut off or something else', async () => {
    const cut = (await made('image/jpeg')).subarray(0, 200);
    for (const sent of [cut, Buffer.from('\xff\xd8\xff<?php'), Buffer.from('<svg/>'), Buffer.alloc(0)])
      expect(await redrawPicture(sent, 'image/jpeg', limits)).toEqual({ refused: 'broken' });
  });
});

it('tells a picture by its first bytes alone', async () => {
  for (const type of types) expect(pictureType(await made(type))).toBe(type);
  for (const other of [
    ...[
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<?php ?>',
      '<!doctype html>',
      'GIF89a=1;alert(1)//',
      'PK\x03\x04',
    ],
    ...['%PDF-1.7', 'RIFF    AVI ', 'BM', 'II*\0', ''],
  ])
    expect(pictureType(Buffer.from(other, 'latin1'))).toBeUndefined();
});
