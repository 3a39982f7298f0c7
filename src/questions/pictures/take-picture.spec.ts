import sharp from 'sharp';
import { takePicture } from './take-picture.js';

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 90 } } });
const codeOf = (bytes: Buffer) =>
  takePicture(bytes, 'here').then(
    () => 'taken',
    ({ code, fields }: { code: string; fields: object }) => [code, Object.keys(fields)],
  );

describe('a picture that is sent', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('is taken as %s, by its content', async (format) => {
    const taken = await takePicture(await blank(30, 20).toFormat(format).toBuffer());
    expect(taken).toMatchObject({ mediaType: `image/${format}`, width: 30, height: 20 });
    expect((await sharp(taken.bytes).metadata()).format).toBe(format);
  });

  it('loses its metadata, and stands the right way up', async () => {
    const exif = { IFD0: { Copyright: 'Anna Patient, 1970' } };
    const sent = await blank(30, 20).jpeg().withMetadata({ orientation: 6, exif }).toBuffer();
    expect(sent.includes('Anna Patient')).toBe(true);
    const taken = await takePicture(sent);
    expect(taken).toMatchObject({ width: 20, height: 30 });
    expect(taken.bytes.includes('Anna Patient')).toBe(false);
  });

  it('loses what hangs behind it', async () => {
    const taken = await takePicture(Buffer.concat([await blank(9, 9).png().toBuffer(), Buffer.from('<script>')]));
    expect(taken.bytes.includes('<script>')).toBe(false);
  });

  it('is made smaller, in proportion', async () => {
    const taken = await takePicture(await blank(4800, 1200).png().toBuffer());
    expect(taken).toMatchObject({ width: 2400, height: 600 });
  });

  it.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'picture_type_refused'],
    ['a drawing with a declaration', Buffer.from('<?xml version="1.0"?><svg/>'), 'picture_type_refused'],
    ['an animation of another format', Buffer.from('GIF89a      '), 'picture_type_refused'],
    ['nothing', Buffer.alloc(0), 'picture_type_refused'],
    ['a beginning alone', Buffer.from('\x89PNG\r\n\x1a\n and then nothing', 'latin1'), 'picture_broken'],
    ['too many bytes', Buffer.alloc(8_000_001), 'picture_too_large'],
  ])('is refused at its field if it is %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toEqual([code, ['here']]);
  });

  it('is refused if it would unpack to more than 50 million pixels', async () => {
    expect(await codeOf(await blank(8000, 8000).png({ compressionLevel: 9 }).toBuffer())).toEqual([
      'picture_too_large',
      ['here'],
    ]);
  });
});
