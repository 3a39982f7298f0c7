/**
 * Points and areas on a picture, in millionths of its width and height, always whole. Each difference of two coordinates
 * is at most 10^6, so a product of two is at most 10^12 and every sum here at most 4·10^13: far below 2^53, hence exact.
 */
export const grid = 1_000_000;

export type Point = readonly [x: number, y: number];
export type Polygon = readonly Point[];

/** Above zero if c lies left of the way from a to b, below if right, zero on the line. Exact. */
function side([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

const isBetween = (value: number, a: number, b: number) => Math.min(a, b) <= value && value <= Math.max(a, b);

/** Whether c lies on the way from a to b, ends included. */
const isOn = (a: Point, b: Point, c: Point) =>
  side(a, b, c) === 0 && isBetween(c[0], a[0], b[0]) && isBetween(c[1], a[1], b[1]);

const edgesOf = (polygon: Polygon): [Point, Point][] =>
  polygon.map((from, at) => [from, polygon[(at + 1) % polygon.length]!]);

/** Whether a point lies in an area. The boundary belongs to it. */
export function isInside(polygon: Polygon, point: Point): boolean {
  let inside = false;
  for (const [a, b] of edgesOf(polygon)) {
    if (isOn(a, b, point)) return true;
    const isUp = b[1] > point[1];
    // A ray to the right crosses the edge iff the edge's ends lie on two sides of it, and the point left of the edge.
    if (a[1] > point[1] !== isUp && side(a, b, point) > 0 === isUp) inside = !inside;
  }
  return inside;
}

/** Whether two ways have a point in common, ends included. */
function meet([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  if (isOn(a, b, c) || isOn(a, b, d) || isOn(c, d, a) || isOn(c, d, b)) return true;
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)].map(Math.sign);
  return abc! * abd! < 0 && cda! * cdb! < 0;
}

/** Whether two areas have a point in common, boundaries included. */
export function touch(one: Polygon, other: Polygon): boolean {
  return (
    edgesOf(one).some((edge) => edgesOf(other).some((across) => meet(edge, across))) ||
    isInside(one, other[0]!) ||
    isInside(other, one[0]!)
  );
}

/** Twice the area, in square millionths. */
export function doubledArea(polygon: Polygon): number {
  // Taken from the first corner, so that no product is larger than said above.
  const [origin] = polygon as [Point];
  return Math.abs(edgesOf(polygon).reduce((sum, [a, b]) => sum + side(origin, a, b), 0));
}

/** What is wrong with an area, as a sentence. */
export function wrongPolygon(polygon: Polygon): string | undefined {
  if (polygon.length < 3) return 'An area has at least three corners.';
  const edges = edgesOf(polygon);
  const number = (at: number) => (at % edges.length) + 1;
  const next = (at: number) => edges[(at + 1) % edges.length]!;
  const same = edges.findIndex(([a, b]) => a[0] === b[0] && a[1] === b[1]);
  if (same >= 0) return `Corner ${number(same)} and the next one are the same.`;
  const back = edges.findIndex(([a, b], at) => isOn(a, b, next(at)[1]) || isOn(...next(at), a));
  if (back >= 0) return `The boundary turns back on itself at corner ${number(back + 1)}.`;
  for (const [at, edge] of edges.entries()) {
    const apart = edges.slice(at + 2, at === 0 ? -1 : undefined);
    const met = apart.findIndex((other) => meet(edge, other));
    if (met >= 0) return `The boundary crosses itself: sides ${number(at)} and ${number(at + met + 2)} meet.`;
  }
  return undefined;
}

/** A point well inside an area: of a mesh of points, the one farthest from the boundary. */
export function pointWithin(polygon: Polygon): Point {
  const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  let best: Point = polygon[0]!;
  let clearance = 0;
  for (let step = 1; step < 24 * 24; step += 1) {
    const x = left + Math.round((width * (step % 24)) / 24);
    const y = top + Math.round((height * Math.floor(step / 24)) / 24);
    if (!isInside(polygon, [x, y])) continue;
    const free = Math.min(...edgesOf(polygon).map((edge) => distance(edge, [x, y])));
    if (free > clearance) [best, clearance] = [[x, y], free];
  }
  return best;
}

/** Roughly; it only chooses among points that are known to be inside. */
function distance([[ax, ay], [bx, by]]: [Point, Point], [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
