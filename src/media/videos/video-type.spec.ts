import { videoType } from './video-type.js';

const box = (brand: string, ...others: string[]) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(16 + 4 * others.length);
  return Buffer.concat([size, Buffer.from(`ftyp${brand}\0\0\0\0${others.join('')}`, 'latin1')]);
};
const ebml = (type: string) => {
  const element = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 + type.length]), Buffer.from(type)]);
  return Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + element.length + 4, 0x42, 0x86, 0x81, 1]),
    element,
  ]);
};

it.each([
  ['MP4', box('isom', 'iso2', 'avc1', 'mp41'), 'video/mp4'],
  ['MP4 for phones', box('M4V '), 'video/mp4'],
  ['MP4 by another of its brands', box('XAVC', 'mp42'), 'video/mp4'],
  ['WebM', ebml('webm'), 'video/webm'],
  ['QuickTime', box('qt  ', 'mp42'), undefined],
  ['a still picture', box('heic', 'mif1', 'isom'), undefined],
  ['a box without its end', box('isom').subarray(0, 10), undefined],
  ['other Matroska', ebml('matroska'), undefined],
  ['an EBML header cut off', ebml('webm').subarray(0, 8), undefined],
  ['a page', Buffer.from('<!doctype html><title>video</title>'), undefined],
  ['a page that says ftyp', Buffer.from('<!--ftypisom<script>'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s is known by its first bytes', (_name, head, type) => expect(videoType(head)).toBe(type));

it('endless lengths end', () => {
  const head = Buffer.from('1a45dfa301ffffffffffffff4282ff', 'hex');
  expect(videoType(head)).toBeUndefined();
  expect(videoType(Buffer.from('1a45dfa39f0000000000000000', 'hex'))).toBeUndefined();
});
