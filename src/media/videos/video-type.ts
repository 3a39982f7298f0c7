export type VideoType = 'video/mp4' | 'video/webm';

/** What is read of a file to know its kind. Bytes. */
export const headLength = 4_096;

/** Brands that browsers play; those of QuickTime and of still pictures are none of them. */
const brands = /^(iso[2-9m]|mp4[12v]|avc1|dash|cmfc|cmfs|M4V |M4VH|M4VP|MSNV|f4v )$/;

/** What a video is, by its first bytes; undefined for what is none that every browser plays. */
export function videoType(head: Buffer): VideoType | undefined {
  if (head.toString('latin1', 4, 8) === 'ftyp') return isMp4(head) ? 'video/mp4' : undefined;
  return isWebm(head) ? 'video/webm' : undefined;
}

function isMp4(head: Buffer): boolean {
  const length = head.readUInt32BE(0);
  const end = length <= 1_024 && length % 4 === 0 ? Math.min(length, head.length) : 0;
  const named = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) named.push(head.toString('latin1', at, at + 4));
  return end >= 16 && named.some((brand) => brands.test(brand)) && !/^(qt {2}|heic|avif|mif1)$/.test(named[0]!);
}

/** An EBML header whose document type is `webm`: other Matroska files have another. */
function isWebm(head: Buffer): boolean {
  if (head.length < 5 || head.readUInt32BE(0) !== 0x1a45dfa3) return false;
  const [length, start] = sizeAt(head, 4);
  const end = Math.min(start + length, head.length);
  for (let at = start; at + 3 <= end;) {
    const idLength = Math.clz32(head[at]!) - 23;
    const [size, data] = sizeAt(head, at + idLength);
    if (idLength === 2 && head.readUInt16BE(at) === 0x4282)
      return head.toString('latin1', data, data + size).replace(/\0+$/, '') === 'webm';
    at = data + size;
  }
  return false;
}

/** A length of EBML and where what it measures begins. */
function sizeAt(bytes: Buffer, at: number): [number, number] {
  const first = bytes[at] ?? 0;
  const width = Math.clz32(first) - 23;
  if (width > 8) return [Number.MAX_SAFE_INTEGER, bytes.length];
  let size = first & (0xff >> width);
  for (let next = 1; next < width; next += 1) size = size * 256 + (bytes[at + next] ?? 0);
  return [size, at + width];
}
