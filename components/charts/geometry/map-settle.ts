// Finds room for the marks of a map. Anchors are fractions of the map, sizes are px, and one place has to do at every width of a range.

/** Width and height of the map in px, and what of it can be seen: `left` to `right`. */
export interface MapSize { readonly width: number; readonly height: number; readonly left: number; readonly right: number }

/** A disc that may stand some px from where it belongs. */
export interface Disc { readonly x: number; readonly y: number; readonly r: number }

/** A box that stays; its edges in px from its anchor. */
export interface Block { readonly x: number; readonly y: number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export interface Move { readonly dx: number; readonly dy: number }

const GAP = 1;
const RING = 2;
const FARTHEST = 90;
const DIRECTIONS = 24;
/** How much longer a way may be that keeps the direction from the neighbour. */
const SIDE = 0.6;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * Where each disc stands, in the order given: as near to its spot as it can without touching a block or a disc before it at any of the
 * sizes, and rather on the side on which it lies of the nearest block. A disc that finds no room within reach stays on its spot.
 */
export function settle(discs: readonly Disc[], blocks: readonly Block[], sizes: readonly MapSize[]): readonly Move[] {
  const settled: { disc: Disc; move: Move }[] = [];
  for (const disc of discs) {
    const ways = waysOf(awayFrom(disc, blocks, sizes));
    const move = ways.find((way) => sizes.every((size) => isFree(disc, way, blocks, settled, size))) ?? { dx: 0, dy: 0 };
    settled.push({ disc, move });
  }
  return settled.map(({ move }) => move);
}

/** The direction, as an angle, in which the disc lies of the nearest block; downwards where it lies on its anchor. */
function awayFrom(disc: Disc, blocks: readonly Block[], sizes: readonly MapSize[]): number {
  const { width = 1, height = 1 } = sizes[0] ?? {};
  let nearest = { far: Infinity, dx: 0, dy: 1 };
  for (const block of blocks) {
    const [dx, dy] = [(disc.x - block.x) * width, (disc.y - block.y) * height];
    const far = Math.hypot(dx, dy);
    if (far < nearest.far) nearest = { far, dx: far < 1 ? 0 : dx, dy: far < 1 ? 1 : dy };
  }
  return Math.atan2(nearest.dy, nearest.dx);
}

function waysOf(wanted: number): readonly Move[] {
  const ways = [{ dx: 0, dy: 0, cost: 0 }];
  for (let far = RING; far <= FARTHEST; far += RING) {
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const angle = wanted + (turn * 2 * Math.PI) / DIRECTIONS;
      ways.push({ dx: Math.round(far * Math.cos(angle) * 10) / 10, dy: Math.round(far * Math.sin(angle) * 10) / 10, cost: far * (1 + SIDE * (1 - Math.cos(angle - wanted))) });
    }
  }
  return ways.toSorted((a, b) => a.cost - b.cost);
}

function isFree(disc: Disc, { dx, dy }: Move, blocks: readonly Block[], settled: readonly { disc: Disc; move: Move }[], { width, height, left, right }: MapSize): boolean {
  const [x, y] = [disc.x * width + dx, disc.y * height + dy];
  const edge = disc.r + 2;
  if (x < left + edge || x > right - edge || y < edge || y > height - edge) return false;
  const isClearOfBlocks = blocks.every((block) => {
    const [fromX, fromY] = [x - block.x * width, y - block.y * height];
    return Math.hypot(fromX - clamp(fromX, block.left, block.right), fromY - clamp(fromY, block.top, block.bottom)) >= disc.r + GAP;
  });
  return isClearOfBlocks && settled.every(({ disc: other, move }) => Math.hypot(x - other.x * width - move.dx, y - other.y * height - move.dy) >= disc.r + other.r + GAP);
}

/** Px² by which a block covers others and leaves the map, summed over the sizes. */
export function coverOf(block: Block, blocks: readonly Block[], sizes: readonly MapSize[]): number {
  let cover = 0;
  for (const { width, height, left, right } of sizes) {
    const [x, y] = [block.x * width, block.y * height];
    const tall = block.bottom - block.top;
    const wide = block.right - block.left;
    cover += 4 * tall * (Math.max(0, left + 3 - x - block.left) + Math.max(0, x + block.right - right + 3));
    cover += 4 * wide * (Math.max(0, 3 - y - block.top) + Math.max(0, y + block.bottom - height + 3));
    for (const other of blocks) {
      const across = Math.min(x + block.right, other.x * width + other.right) - Math.max(x + block.left, other.x * width + other.left);
      const down = Math.min(y + block.bottom, other.y * height + other.bottom) - Math.max(y + block.top, other.y * height + other.top);
      if (across > 0 && down > 0) cover += across * down;
    }
  }
  return cover;
}
