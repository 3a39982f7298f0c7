import QRCode from 'qrcode';

/** A QR code as SVG, error level M: one path, one unit per module, no quiet zone (the page leaves it). */
export function qrSvg(text: string, colour: string): string {
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
  const side = modules.size;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="${colour}" d="${path}"/></svg>`;
}
