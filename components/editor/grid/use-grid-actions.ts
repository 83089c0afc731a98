'use client';

import { useMemo } from 'react';
import { EMPTY_CODES } from '@/domain/entry/typed-value';
import { layBlock, printTsv, type Block, type Target } from '@/domain/entry/paste-block';
import type { EmptyKind } from '@/domain/reading';
import type { CellView } from './cell-view';
import { withText, type TypedCell } from './entry-state';
import type { Range, Spot } from './grid-moves';
import type { GridLine } from './grid-props';
import type { EntryControl } from './use-entry';

export interface GridGround {
  readonly rows: readonly GridLine[];
  readonly columns: readonly GridLine[];
  readonly keyOf: (spot: Spot) => string;
  readonly viewOf: (spot: Spot) => CellView;
  readonly control: EntryControl;
  /** Said aloud and shown beside the grid. */
  readonly announce: (text: string) => void;
}

export interface GridActions {
  readonly type: (spots: readonly Spot[], text: string) => void;
  readonly clear: (range: Range) => void;
  /** The first row down, or the first column across, the whole range. */
  readonly fill: (range: Range, way: 'down' | 'across') => void;
  readonly paste: (block: Block, range: Range) => void;
  readonly copy: (range: Range) => string;
  readonly setEmpty: (range: Range, kind: EmptyKind) => void;
}

export const spotsIn = ({ top, bottom, start, end }: Range): Spot[] =>
  Array.from({ length: (bottom - top + 1) * (end - start + 1) }, (_, at) => ({ row: top + Math.floor(at / (end - start + 1)), column: start + (at % (end - start + 1)) }));

const cells = (count: number): string => (count === 1 ? 'One cell' : `${count} cells`);

/** What can be done to a range of the grid; each is one step that can be taken back. */
export function useGridActions(ground: GridGround): GridActions {
  const { rows, columns, keyOf, viewOf, control, announce } = ground;
  return useMemo(() => {
    const { change, entry } = control;
    const patch = (texts: readonly (readonly [Spot, string])[]) => change(new Map(texts.map(([spot, text]): [string, TypedCell | null] => {
      const key = keyOf(spot);
      return [key, withText(entry.cells[key], text)];
    })));
    const fill = (range: Range, way: 'down' | 'across') => {
      const isLine = way === 'down' ? range.top === range.bottom : range.start === range.end;
      const from = isLine ? { ...range, top: Math.max(0, range.top - (way === 'down' ? 1 : 0)), start: Math.max(0, range.start - (way === 'across' ? 1 : 0)) } : range;
      const targets = spotsIn(from).filter(({ row, column }) => (way === 'down' ? row > from.top : column > from.start));
      patch(targets.map((spot) => [spot, viewOf(way === 'down' ? { row: from.top, column: spot.column } : { row: spot.row, column: from.start }).text]));
      announce(`${cells(targets.length)} filled ${way}.`);
    };
    return {
      type: (spots, text) => patch(spots.map((spot) => [spot, text])),
      clear: (range) => {
        const typed = spotsIn(range).filter((spot) => entry.cells[keyOf(spot)] !== undefined);
        patch(typed.map((spot) => [spot, '']));
        announce(typed.length === 0 ? 'Nothing is typed here. A draft is thrown away in the panel.' : `${cells(typed.length)} cleared.`);
      },
      fill,
      setEmpty: (range, kind) => patch(spotsIn(range).map((spot) => [spot, EMPTY_CODES[kind]])),
      paste: (block, { top, bottom, start, end }) => {
        const target: Target = { rows, columns, top, bottom, start, end };
        const laid = layBlock(block, target);
        patch(laid.cells.map(({ row, column, text }) => [{ row, column }, text]));
        announce(`${cells(laid.cells.length)} pasted${HEADED[laid.headings]}.${leftWords(laid.left)}`);
      },
      copy: ({ top, bottom, start, end }) => printTsv(Array.from({ length: bottom - top + 1 }, (_, down) =>
        Array.from({ length: end - start + 1 }, (__, across) => viewOf({ row: top + down, column: start + across }).text))),
    };
  }, [rows, columns, keyOf, viewOf, control, announce]);
}

const HEADED = { none: '', rows: ', laid by the names at its side', columns: ', laid by the names on its top', both: ', laid by the names on its top and at its side' } as const;

function leftWords(left: readonly { readonly text: string; readonly why: string }[]): string {
  const [first] = left;
  if (first === undefined) return '';
  const reasons = [...new Set(left.map(({ why }) => why))];
  return ` ${cells(left.length)} left out: ${reasons.slice(0, 3).join('; ')}${reasons.length > 3 ? ' ...' : ''}.`;
}
