import QRCode from 'qrcode';

/** A QR code as one path, one unit per module, error level M, without a quiet zone: whoever draws it leaves one. */
export function qrDrawing(text: string): { side: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      let end = x;
      while (end < modules.size && modules.get(y, end)) end += 1;
      if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  }
  return { side: modules.size, path };
}

/** The same as SVG of one colour. */
export function qrSvg(text: string, colour: string): string {
  const { side, path } = qrDrawing(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="${colour}" d="${path}"/></svg>`;
}
