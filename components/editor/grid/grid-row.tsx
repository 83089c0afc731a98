'use client';

import { memo, type ReactNode } from 'react';
import type { CellView } from './cell-view';
import type { GridLine } from './grid-props';

export const ROW_HEIGHT = 48;
export const COLUMN_WIDTH = 104;
export const HEAD_HEIGHT = 44;
export const SIDE_WIDTH = 208;

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;

interface GridRowProps {
  readonly line: GridLine;
  readonly row: number;
  readonly firstColumn: number;
  readonly views: readonly CellView[];
  /** The column of the active cell where it is in this row. */
  readonly active: number | null;
  /** The first and last selected column, null where the selection does not reach this row. */
  readonly selected: readonly [number, number] | null;
  /** What stands in the active cell while it is edited. */
  readonly editor: ReactNode;
}

const TONES: Record<CellView['tone'], string> = { typed: 'font-semibold text-ink', draft: 'text-ink', current: 'text-muted', none: 'text-muted' };
const STATES: Record<CellView['state'], string> = {
  ready: 'bg-raised border-s-3 border-s-(--series-0)', ask: 'bg-warning-wash border-s-3 border-s-(--series-1)', bad: 'bg-accent-wash border-s-3 border-s-accent', same: 'bg-raised border-s-3 border-s-faint', idle: '',
};

/** One row of the grid, as far as it is in sight. Drawn again only when something of it changes. */
export const GridRow = memo(function GridRow({ line, row, firstColumn, views, active, selected, editor }: GridRowProps) {
  return (
    <div role="row" aria-rowindex={row + 2} className="absolute start-0 w-full" style={{ top: HEAD_HEIGHT + row * ROW_HEIGHT, height: ROW_HEIGHT }}>
      <div role="rowheader" aria-colindex={1} className="sticky start-0 z-10 flex h-full flex-col justify-center border-e border-b border-rule border-e-rule-strong bg-sunk px-3" style={{ width: SIDE_WIDTH }}>
        <span className="truncate text-sm leading-tight font-medium" title={line.label}>{line.label}</span>
        {line.sub !== '' && <span className="truncate text-xs leading-tight text-muted">{line.sub}</span>}
      </div>
      {views.map((view, at) => {
        const column = firstColumn + at;
        const isActive = active === column;
        const isSelected = selected !== null && column >= selected[0] && column <= selected[1];
        return <GridCell key={column} row={row} column={column} view={view} isActive={isActive} isSelected={isSelected} editor={isActive ? editor : null} />;
      })}
    </div>
  );
}, isSameRow);

interface GridCellProps {
  readonly row: number;
  readonly column: number;
  readonly view: CellView;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly editor: ReactNode;
}

/** A step of the keyboard draws the cell that is left and the one that is reached, a typed value one cell. */
const GridCell = memo(function GridCell({ row, column, view, isActive, isSelected, editor }: GridCellProps) {
  return (
    <div
      role="gridcell" id={cellId(row, column)} aria-colindex={column + 2} aria-selected={isSelected} aria-label={editor !== null ? undefined : view.name}
      tabIndex={isActive ? 0 : -1} data-row={row} data-column={column}
      className={`absolute top-0 h-full cursor-cell border-e border-b border-rule px-2 text-end focus-visible:outline-none ${STATES[view.state]} ${isSelected && !isActive ? 'bg-[color-mix(in_srgb,var(--series-0)_14%,transparent)]' : ''} ${isActive ? 'z-5 shadow-[inset_0_0_0_2px_var(--accent)] focus:shadow-[inset_0_0_0_3px_var(--accent)]' : ''}`}
      style={{ insetInlineStart: SIDE_WIDTH + column * COLUMN_WIDTH, width: COLUMN_WIDTH }}
    >
      {editor ?? <CellText view={view} />}
    </div>
  );
});

function CellText({ view }: { readonly view: CellView }) {
  return (
    <span aria-hidden="true" className="flex h-full flex-col justify-center select-none">
      <span className={`truncate text-base leading-tight ${TONES[view.tone]}`}>
        {view.hasDoubt && <span className="float-start text-xs leading-5 text-accent">▲</span>}
        {view.tone === 'draft' ? <span className="underline decoration-dotted decoration-2 underline-offset-3">{view.main}</span> : view.main}
      </span>
      {view.sub !== '' && <span className="truncate text-xs leading-tight text-muted">{view.sub}</span>}
    </span>
  );
}

function isSameRow(a: GridRowProps, b: GridRowProps): boolean {
  return a.line === b.line && a.row === b.row && a.firstColumn === b.firstColumn && a.active === b.active && a.editor === b.editor
    && a.selected?.[0] === b.selected?.[0] && a.selected?.[1] === b.selected?.[1]
    && a.views.length === b.views.length && a.views.every((view, at) => view === b.views[at]);
}
