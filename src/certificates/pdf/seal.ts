/** A closed curve around the centre: `waves` petals of depth `depth` on radius `radius`, turned by `turn` (0 to 1). */
function rosette(radius: number, depth: number, waves: number, turn: number): string {
  const steps = waves * 24;
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * 2 * Math.PI;
    const reach = radius + depth * Math.cos(waves * angle + turn * 2 * Math.PI);
    return `${(reach * Math.sin(angle)).toFixed(2)} ${(-reach * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}z`;
}

const circle = (radius: number, width: number) => `<circle r="${radius}" fill="none" stroke-width="${width}"/>`;

/** The seal: guilloche rings around a disc. The letters on it are set by the page, in the page's fonts. */
export function sealSvg(accent: string, paper: string): string {
  const curves = [
    ...[0, 0.25, 0.5, 0.75].map((turn) => rosette(92, 5, 36, turn)),
    ...[0, 0.5].map((turn) => rosette(61.5, 4.5, 24, turn)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">
<g fill="none" stroke="${accent}" stroke-linejoin="round">
<path stroke-width="0.55" d="${curves.join('')}"/>${circle(98.6, 0.9)}${circle(85, 0.9)}${circle(68, 0.9)}
</g>
<circle r="55" fill="${accent}"/>
<circle r="51.5" fill="none" stroke="${paper}" stroke-width="0.8"/>
</svg>`;
}
