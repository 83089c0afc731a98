// Cutting and simplifying of lines on the plane of longitude and latitude, for the outlines made by make-border-outline.ts.

export type Position = readonly [x: number, y: number];
export interface Box { readonly west: number; readonly east: number; readonly south: number; readonly north: number }

function distance([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Douglas and Peucker: keeps both ends and every point that lies farther than `tolerance` from the line without it. */
export function simplify(points: readonly Position[], tolerance: number): Position[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const [a, b] = [points[from], points[to]];
    if (a === undefined || b === undefined) continue;
    let [farthest, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i += 1) {
      const point = points[i];
      const away = point === undefined ? 0 : distance(point, a, b);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, index) => kept.has(index));
}

/** The edges of a box, each as a test for inside and the point where a segment crosses it. */
function edgesOf({ west, east, south, north }: Box): { inside: (p: Position) => boolean; cross: (a: Position, b: Position) => Position }[] {
  const atX = (x: number) => ([ax, ay]: Position, [bx, by]: Position): Position => [x, ay + ((x - ax) / (bx - ax)) * (by - ay)];
  const atY = (y: number) => ([ax, ay]: Position, [bx, by]: Position): Position => [ax + ((y - ay) / (by - ay)) * (bx - ax), y];
  return [
    { inside: ([x]) => x >= west, cross: atX(west) }, { inside: ([x]) => x <= east, cross: atX(east) },
    { inside: ([, y]) => y >= south, cross: atY(south) }, { inside: ([, y]) => y <= north, cross: atY(north) },
  ];
}

/** Sutherland and Hodgman: the part of a closed ring inside the box, closed along its edges. */
export function clipRing(ring: readonly Position[], box: Box): Position[] {
  return edgesOf(box).reduce<Position[]>((points, { inside, cross }) => points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const entering = inside(before) === inside(point) ? [] : [cross(before, point)];
    return inside(point) ? [...entering, point] : entering;
  }), [...ring]);
}

/** The parts of an open line inside the box, cut at its edges. */
export function clipLine(line: readonly Position[], box: Box): Position[][] {
  return edgesOf(box).reduce<Position[][]>((parts, { inside, cross }) => parts.flatMap((points) => {
    const pieces: Position[][] = [];
    let piece: Position[] = [];
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (before !== undefined && inside(before) !== inside(point)) piece.push(cross(before, point));
      if (inside(point)) piece.push(point);
      else if (piece.length > 0) {
        pieces.push(piece);
        piece = [];
      }
    });
    return [...pieces, piece].filter(({ length }) => length > 1);
  }), [[...line]]);
}
