import { grid, type Spot, svg } from './picture-stage.js';

/** An area: the field that holds its corners is what is sent. */
export interface Zone {
  field: HTMLTextAreaElement;
  isDanger: boolean;
  /** On the picture: a letter for what is right, a number behind an exclamation mark for what is dangerous. */
  sign: string;
  name: string;
  corners: Spot[];
  /** Still being drawn: the next corner is its last one. */
  isOpen: boolean;
}

/** The sign of an area, in the middle of its corners. */
export function nameOf({ corners, sign }: Zone): SVGElement[] {
  if (corners.length === 0) return [];
  const middle = (axis: 'x' | 'y') =>
    `${corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length / (grid / 100)}%`;
  const name = svg('svg', { class: 'map-name', overflow: 'visible', x: middle('x'), y: middle('y') });
  name.append(svg('text', {}, sign));
  return [name];
}

/** The edge that a place is nearest to, by the corner it begins at. */
export function nearestEdge(corners: Spot[], at: Spot): number {
  const away = corners.map((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const part = Math.max(0, Math.min(1, along));
    return Math.hypot(from.x + part * dx - at.x, from.y + part * dy - at.y);
  });
  return away.indexOf(Math.min(...away));
}

/** The corners that a field holds; none while they cannot be read. */
export function cornersIn(text: string): Spot[] {
  try {
    const read = JSON.parse(text || '[]') as unknown;
    const isPair = (each: unknown): each is [number, number] =>
      Array.isArray(each) && each.length === 2 && each.every((one) => Number.isFinite(one));
    return Array.isArray(read) && read.every(isPair) ? read.map(([x, y]) => ({ x, y })) : [];
  } catch {
    return [];
  }
}
