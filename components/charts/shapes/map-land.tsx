import outline from '../geometry/border-outline.json';
import { FRAME } from '../geometry/map-frame';
import { MAP_WORDS, WORD_LEADING } from '../geometry/map-words';
import type { Frame } from './frame';

const WEST = FRAME.west * 100;
const NORTH = FRAME.north * 100;
const WIDTH = Math.round((FRAME.east - FRAME.west) * 100);
const HEIGHT = Math.round((FRAME.north - FRAME.south) * 100);

/** Path data of lines in hundredths of a degree, short by drawing from point to point. */
function pathOf(parts: readonly (readonly number[])[], isClosed: boolean): string {
  return parts.map((flat) => {
    const steps: string[] = [];
    let [x, y] = [0, 0];
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const [nextX, nextY] = [(flat[i] ?? 0) - WEST, NORTH - (flat[i + 1] ?? 0)];
      steps.push(i === 0 ? `M${nextX} ${nextY}l` : `${nextX - x} ${nextY - y}`);
      [x, y] = [nextX, nextY];
    }
    return `${steps[0] ?? ''}${steps.slice(1).join(' ')}${isClosed ? 'z' : ''}`;
  }).join('').replaceAll(' -', '-');
}

const AREAS = [pathOf(outline.areas.afghanistan, true), pathOf(outline.areas.pakistan, true)].join('');
const LINES = (['others', 'outline', 'disputed', 'line'] as const).map((kind) => ({ kind, path: pathOf(outline.lines[kind], false) }));

/**
 * The countries. They alone are stretched with the box, which keeps the map's own proportions; strokes are not, and no words are in it.
 */
export function MapLand() {
  return (
    <svg className="map-land" width="100%" height="100%" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="map-abroad" width={WIDTH} height={HEIGHT} />
      <path className="map-area" d={AREAS} />
      {LINES.map(({ kind, path }) => <path key={kind} className={`map-border map-border-${kind}`} d={path} vectorEffect="non-scaling-stroke" />)}
    </svg>
  );
}

/** Names of countries and a few provinces, and whose line the border is. */
export function MapWords({ frame }: { frame: Frame }) {
  return (
    <g className="axis map-words" aria-hidden="true">
      {MAP_WORDS.map(({ lines, rank, x, y, layout }) => (
        <svg key={`${layout} ${lines[0] ?? ''}`} className={layout === 'both' ? undefined : `map-${layout}`} x={frame.across(x)} y={frame.across(y)} overflow="visible">
          {lines.map((line, index) => <text key={line} className={`map-word map-word-${rank}`} y={index * WORD_LEADING} textAnchor="middle">{line}</text>)}
        </svg>
      ))}
    </g>
  );
}
