// A row change is one published version that took the place of another; it touches the figures that rest on either.

import type { Change, RowContent, RowContents } from '../draft';
import type { RowKind } from '../release';
import type { Ground } from './figures';

export interface RowChange {
  readonly kind: RowKind;
  readonly id: string;
  readonly change: Change;
  readonly note: string | null;
  readonly publishedIn: number;
  readonly content: RowContent;
  /** What stood before, null for a new row: a figure that lost the row was touched, too. */
  readonly replaced: RowContent | null;
}

/** A correction says that an earlier release was wrong; a withdrawal says so, too. */
export function isCorrection({ change }: Pick<RowChange, 'change'>): boolean {
  return change === 'correct' || change === 'withdraw';
}

const meets = (start: string, end: string, from: string, to: string | null): boolean => from <= end && (to === null || to >= start);

/** Whether one version of a row bears on what a figure rests on. */
function bears(kind: RowKind, id: string, content: RowContent, ground: Ground): boolean {
  switch (kind) {
    case 'reading': {
      const { seriesId, period } = content as RowContents['reading'];
      return ground.kind === 'cells' && ground.seriesId === seriesId && meets(ground.start, ground.end, period.start, period.end);
    }
    case 'closure': {
      const { crossingId, startLow, endHigh } = content as RowContents['closure'];
      if (ground.kind === 'row') return ground.row === 'closure' && ground.id === id;
      if (ground.kind === 'crossing') return ground.crossingId === crossingId;
      return ground.kind === 'closures' && ground.crossingId === crossingId && meets(ground.start, ground.end, startLow, endHigh);
    }
    case 'crossing':
      return ground.kind === 'crossing' && ground.crossingId === id;
    case 'incident':
      return ground.kind === 'scene' && ground.incidentId === id;
    case 'place':
      return ground.kind === 'scene' && ground.placeId === id;
    case 'claim':
    case 'annotation':
      return ground.kind === 'row' && ground.row === kind && ground.id === id;
    default:
      return false;
  }
}

/** Whether the change bears on the figure, as the row is now or as it was. */
export function touches({ kind, id, content, replaced }: Pick<RowChange, 'kind' | 'id' | 'content' | 'replaced'>, ground: Ground): boolean {
  return bears(kind, id, content, ground) || (replaced !== null && bears(kind, id, replaced, ground));
}
