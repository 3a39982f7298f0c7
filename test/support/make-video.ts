import type { Browser } from 'playwright-core';

interface Frame {
  /** Milliseconds. */
  at: number;
  isKey: boolean;
  data: string;
}

/** Draws on a canvas and has Chromium encode it: a real WebM video with its length and a way to every second of it. */
export async function makeVideo(
  browser: Browser,
  url: string,
  {
    seconds,
    draw,
    width = 320,
    height = 180,
    rate = 10,
    bitrate = 60_000,
  }: {
    seconds: number;
    /** The body of a function of `context`, `at` (seconds), `width` and `height`. */
    draw: string;
    width?: number;
    height?: number;
    rate?: number;
    bitrate?: number;
  },
): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    // Encoders are there only in secure contexts, and scripts only where no policy forbids them.
    await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<title>blank</title>' }));
    await page.goto(new URL('/blank', url).href);
    const asked = JSON.stringify({ seconds, draw, width, height, rate, bitrate });
    const frames = await page.evaluate<Frame[]>(`(${encode})(${asked})`);
    return webmOf(frames, { seconds, width, height });
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
const encode = `async ({ seconds, draw, width, height, rate, bitrate }) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const paint = new Function('context', 'at', 'width', 'height', draw);
  const frames = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      frames.push({ at: Math.round(chunk.timestamp / 1000), isKey: chunk.type === 'key', data: btoa(text) });
    },
    error: (error) => { throw error; },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate, framerate: rate });
  for (let number = 0; number < seconds * rate; number += 1) {
    paint(context, number / rate, width, height);
    const frame = new VideoFrame(canvas, { timestamp: (number * 1e6) / rate, duration: 1e6 / rate });
    encoder.encode(frame, { keyFrame: number % rate === 0 });
    frame.close();
    if (encoder.encodeQueueSize > 4) await new Promise((next) => setTimeout(next, 5));
  }
  await encoder.flush();
  return frames;
}`;

const number = (value: number, bytes: number): Buffer => {
  const out = Buffer.alloc(bytes);
  out.writeUIntBE(value, 0, bytes);
  return out;
};
const float = (value: number): Buffer => {
  const out = Buffer.alloc(8);
  out.writeDoubleBE(value);
  return out;
};
/** An element of EBML, its length in eight bytes. */
const element = (id: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
};

function webmOf(
  frames: Frame[],
  { seconds, width, height }: { seconds: number; width: number; height: number },
): Buffer {
  const head = element(
    '1a45dfa3',
    ...[element('4286', number(1, 1)), element('42f7', number(1, 1)), element('42f2', number(4, 1))],
    ...[element('42f3', number(8, 1)), element('4282', Buffer.from('webm'))],
    ...[element('4287', number(2, 1)), element('4285', number(2, 1))],
  );
  const info = element(
    '1549a966',
    ...[element('2ad7b1', number(1_000_000, 4)), element('4489', float(seconds * 1000))],
    ...[element('4d80', Buffer.from('tests')), element('5741', Buffer.from('tests'))],
  );
  const picture = element('e0', element('b0', number(width, 2)), element('ba', number(height, 2)));
  const track = element(
    'ae',
    ...[element('d7', number(1, 1)), element('73c5', number(1, 1)), element('83', number(1, 1))],
    ...[element('86', Buffer.from('V_VP8')), picture],
  );
  const tracks = element('1654ae6b', track);
  // A cluster for each second, which begins with a whole picture.
  const groups = frames.reduce<Frame[][]>((all, frame) => {
    if (frame.isKey) all.push([]);
    all.at(-1)!.push(frame);
    return all;
  }, []);
  const clusters = groups.map((group) => {
    const start = group[0]!.at;
    const blocks = group.map(({ at, isKey, data }) =>
      element(
        'a3',
        Buffer.from([0x81, (at - start) >> 8, (at - start) & 0xff, isKey ? 0x80 : 0]),
        Buffer.from(data, 'base64'),
      ),
    );
    return { start, bytes: element('1f43b675', element('e7', number(start, 4)), ...blocks) };
  });
  const cuesOf = (offset: number): Buffer => {
    let at = offset;
    const points = clusters.map(({ start, bytes }) => {
      const point = element(
        'bb',
        element('b3', number(start, 4)),
        element('b7', element('f7', number(1, 1)), element('f1', number(at, 6))),
      );
      at += bytes.length;
      return point;
    });
    return element('1c53bb6b', ...points);
  };
  const before = info.length + tracks.length;
  const cues = cuesOf(before + cuesOf(0).length);
  return Buffer.concat([head, element('18538067', info, tracks, cues, ...clusters.map(({ bytes }) => bytes))]);
}
