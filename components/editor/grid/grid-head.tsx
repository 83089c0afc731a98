'use client';

import { memo } from 'react';
import type { GridLine } from './grid-props';
import { COLUMN_WIDTH, HEAD_HEIGHT, SIDE_WIDTH } from './grid-row';

interface GridHeadProps {
  readonly corner: string;
  readonly columns: readonly GridLine[];
  /** The first and last column in sight, and of the selection. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The headings of the columns in sight. */
export const GridHead = memo(function GridHead({ corner, columns, from, to, start, end }: GridHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-20" style={{ height: HEAD_HEIGHT }}>
      <div role="columnheader" aria-colindex={1} className="sticky start-0 z-10 flex h-full items-center border-e border-b border-rule-strong bg-sunk px-3 text-sm text-muted" style={{ width: SIDE_WIDTH }}>{corner}</div>
      {columns.slice(from, to + 1).map((line, at) => {
        const column = from + at;
        return <ColumnHead key={line.id} line={line} column={column} isReached={column >= start && column <= end} />;
      })}
    </div>
  );
});

const ColumnHead = memo(function ColumnHead({ line, column, isReached }: { readonly line: GridLine; readonly column: number; readonly isReached: boolean }) {
  return (
    <div
      role="columnheader" aria-colindex={column + 2} title={line.label}
      className={`absolute top-0 flex h-full flex-col justify-center border-e border-b border-rule border-b-rule-strong px-2 text-end text-sm leading-tight ${isReached ? 'bg-rule font-semibold' : 'bg-sunk'}`}
      style={{ insetInlineStart: SIDE_WIDTH + column * COLUMN_WIDTH, width: COLUMN_WIDTH }}
    >
      <span className="truncate">{line.label}</span>
      {line.sub !== '' && <span className="truncate text-xs font-normal text-muted">{line.sub}</span>}
    </div>
  );
});
