'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { CellEditor, type Leave } from './cell-editor';
import { blockOf } from './clipboard-block';
import { EmptyMenu } from './empty-menu';
import { GridHead } from './grid-head';
import { cellId, COLUMN_WIDTH, GridRow, HEAD_HEIGHT, ROW_HEIGHT, SIDE_WIDTH } from './grid-row';
import { moveTo, rangeOf, tabTo, type Range, type Spot } from './grid-moves';
import { spotsIn, useGridActions, type GridGround } from './use-grid-actions';
import { reveal, useWindow } from './use-window';

interface GridTableProps extends GridGround {
  readonly label: string;
  readonly corner: string;
  readonly unitOf: (spot: Spot) => string;
  readonly anchor: Spot;
  readonly active: Spot;
  readonly onSelect: (anchor: Spot, active: Spot) => void;
  readonly onSave: () => void;
  /** Goes to what is said of the selected cells. */
  readonly onPanel: () => void;
  /** Counts up when somebody was led to a cell from elsewhere: it then takes the focus. */
  readonly calls: number;
}

interface Editing {
  readonly start: string;
  readonly isTyping: boolean;
}

/** The grid itself: role grid, one cell in the order of tabs, every key a spreadsheet has. Escape, then Tab leaves it. */
export function GridTable(props: GridTableProps) {
  const { rows, columns, viewOf, control, announce, label, corner, unitOf, anchor, active, onSelect, onSave, onPanel, calls } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const isLeaving = useRef(false);
  const tabStart = useRef<number | null>(null);
  const wantsFocus = useRef(false);
  const { sight, page, follow } = useWindow(frame, rows.length, columns.length);
  const actions = useGridActions(props);
  const range = rangeOf(anchor, active);
  const extent = useMemo(() => ({ rows: rows.length, columns: columns.length, page }), [rows.length, columns.length, page]);

  const go = useCallback((to: Spot, isExtending = false) => {
    wantsFocus.current = true;
    if (frame.current) reveal(frame.current, to.row, to.column);
    follow();
    onSelect(isExtending ? anchor : to, to);
  }, [anchor, follow, onSelect]);

  const focusActive = useCallback(() => document.getElementById(cellId(active.row, active.column))?.focus({ preventScroll: true }), [active]);

  // With the drawing, not after it: the next key may be there already, and must meet the cell it is meant for.
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing !== null || isMenuOpen) return;
    wantsFocus.current = false;
    focusActive();
  });

  // The grid opens at its newest end, the active cell in sight.
  useEffect(() => {
    if (frame.current === null) return;
    reveal(frame.current, rows.length - 1, columns.length - 1);
    reveal(frame.current, active.row, active.column);
    follow();
    // When it is another grid, not when something is chosen in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, columns]);

  useEffect(() => {
    if (calls === 0 || frame.current === null) return;
    reveal(frame.current, active.row, active.column);
    follow();
    frame.current.scrollIntoView({ block: 'nearest' });
    const wait = requestAnimationFrame(focusActive);
    return () => cancelAnimationFrame(wait);
    // Only when called, not with every step of the keyboard.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [calls]);

  const begin = (start: string, isTyping: boolean) => flushSync(() => setEditing({ start, isTyping }));

  const afterEnter = (isBack: boolean): Spot => {
    const column = isBack ? active.column : (tabStart.current ?? active.column);
    tabStart.current = null;
    return { row: Math.max(0, Math.min(rows.length - 1, active.row + (isBack ? -1 : 1))), column };
  };

  const tab = (isBack: boolean): boolean => {
    const to = tabTo(active, isBack, extent);
    if (to === null) return false;
    if (!isBack) tabStart.current ??= active.column;
    go(to);
    return true;
  };

  const onCommit = (text: string, leave: Leave) => {
    const isChanged = editing !== null && text.trim() !== (editing.isTyping ? '' : editing.start.trim());
    if (leave === 'fill') actions.type(spotsIn(range), text);
    else if (isChanged || editing?.isTyping === true) actions.type([active], text);
    setEditing(null);
    if (leave === 'stay') return;
    wantsFocus.current = true;
    if (leave === 'save') onSave();
    else if (leave === 'enter' || leave === 'enter-back') go(afterEnter(leave === 'enter-back'));
    else if (leave === 'tab' || leave === 'tab-back') tab(leave === 'tab-back');
    else if (leave !== 'fill') go(moveTo(active, { key: leave.key, ctrl: false }, extent, () => false) ?? active);
  };

  const onCancel = () => {
    wantsFocus.current = true;
    setEditing(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement) || event.target.closest('[role=gridcell]') === null) return;
    const { key, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const wasLeaving = isLeaving.current;
    isLeaving.current = false;
    if (key === 'Tab') {
      if (wasLeaving || !tab(shiftKey)) return;
    } else if (ctrl && COMMANDS[key.toLowerCase()] !== undefined) command(COMMANDS[key.toLowerCase()] ?? 'none', shiftKey);
    else if (event.altKey && key === 'ArrowDown') setMenuOpen(true);
    else if (key === 'Escape') {
      isLeaving.current = true;
      onSelect(active, active);
    } else if (key === 'F6') onPanel();
    else if (key === 'Enter') go(afterEnter(shiftKey));
    else if (key === 'F2') begin(viewOf(active).text, false);
    else if (key === 'Delete' || key === 'Backspace') actions.clear(range);
    else {
      const to = moveTo(active, { key, ctrl }, extent, (spot) => viewOf(spot).main !== '');
      if (to !== null) {
        tabStart.current = null;
        go(to, shiftKey);
      } else if (key.length === 1 && !ctrl && !event.altKey) begin(key, true);
      else return;
    }
    event.preventDefault();
  };

  const command = (name: Command, isShifted: boolean) => {
    if (name === 'save') onSave();
    else if (name === 'all') onSelect({ row: 0, column: 0 }, { row: rows.length - 1, column: columns.length - 1 });
    else if (name === 'down' || name === 'across') actions.fill(range, name);
    else {
      const isRedo = name === 'redo' || isShifted;
      const done = isRedo ? control.redo() : control.undo();
      announce(done === null ? `Nothing to ${isRedo ? 'do again' : 'take back'}.` : `${done.length === 1 ? 'One cell' : `${done.length} cells`} ${isRedo ? 'done again' : 'taken back'}.`);
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const block = blockOf(event.clipboardData);
    if (block === null || (editing !== null && block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    setEditing(null);
    wantsFocus.current = true;
    actions.paste(block, range);
  };

  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    if (editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', actions.copy(range));
    announce(`${spotsIn(range).length} cells ${isCut ? 'cut' : 'copied'}.`);
    if (isCut) actions.clear(range);
  };

  const onPointer = (event: MouseEvent, isDragging: boolean) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=gridcell]') : null;
    if (cell === null || editing !== null && cell.id === cellId(active.row, active.column)) return;
    const to = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    if (isDragging && (event.buttons !== 1 || (to.row === active.row && to.column === active.column))) return;
    // The edit of another cell is taken over before this one is chosen.
    if (editing !== null && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    wantsFocus.current = true;
    tabStart.current = null;
    onSelect(isDragging || event.shiftKey ? anchor : to, to);
  };

  const shownRows = rowsInSight(sight, active, rows.length);
  const unit = unitOf(active);
  const editor = useMemo(() => (editing === null ? null : { editing }), [editing]);
  return (
    <div
      ref={frame} role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} aria-multiselectable="true" data-grid
      className="relative max-h-[min(70vh,46rem)] overflow-auto overscroll-contain border border-rule-strong bg-paper"
      onScroll={follow} onKeyDown={onKeyDown} onPaste={onPaste} onCopy={(event) => onCopy(event, false)} onCut={(event) => onCopy(event, true)}
      onMouseDown={(event) => onPointer(event, false)} onMouseOver={(event) => onPointer(event, true)}
      onDoubleClick={() => editing === null && begin(viewOf(active).text, false)}
    >
      <div role="rowgroup" className="relative" style={{ height: HEAD_HEIGHT + rows.length * ROW_HEIGHT, width: SIDE_WIDTH + columns.length * COLUMN_WIDTH }}>
        <GridHead corner={corner} columns={columns} from={sight.start} to={sight.end} start={range.start} end={range.end} />
        {shownRows.map((row) => {
          const line = rows[row];
          if (line === undefined) return null;
          const isActive = row === active.row;
          const spots = columnsOf(row, sight, active, columns.length);
          return (
            <GridRow
              key={line.id} line={line} row={row} firstColumn={spots[0] ?? 0} views={spots.map((column) => viewOf({ row, column }))} active={isActive ? active.column : null}
              selected={row >= range.top && row <= range.bottom ? [range.start, range.end] : null}
              editor={isActive && editor !== null
                ? <CellEditor name={viewOf(active).name} start={editor.editing.start} unit={unit} isTyping={editor.editing.isTyping} onCommit={onCommit} onCancel={onCancel} /> : null}
            />
          );
        })}
        {isMenuOpen && (
          <EmptyMenu
            top={HEAD_HEIGHT + (active.row + 1) * ROW_HEIGHT} start={SIDE_WIDTH + active.column * COLUMN_WIDTH}
            onChoose={(kind) => actions.setEmpty(range, kind)}
            onClose={() => {
              wantsFocus.current = true;
              setMenuOpen(false);
            }}
          />
        )}
      </div>
    </div>
  );
}

type Command = 'save' | 'all' | 'undo' | 'redo' | 'down' | 'across' | 'none';
const COMMANDS: Readonly<Record<string, Command>> = { s: 'save', a: 'all', z: 'undo', y: 'redo', d: 'down', r: 'across' };

/** The rows in sight, and the active one wherever it is: it holds the focus. */
function rowsInSight({ top, bottom }: { readonly top: number; readonly bottom: number }, active: Spot, count: number): number[] {
  const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, at) => top + at);
  return active.row < count && (active.row < top || active.row > bottom) ? [...rows, active.row] : rows;
}

/** The columns in sight of a row without gaps; in the active row reaching to the active cell. */
function columnsOf(row: number, { start, end }: Pick<Range, 'start' | 'end'>, active: Spot, count: number): number[] {
  const from = row === active.row ? Math.min(start, active.column) : start;
  const to = Math.min(count - 1, row === active.row ? Math.max(end, active.column) : end);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
