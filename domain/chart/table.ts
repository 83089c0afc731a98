// A table repeats the marks word for word; a cell without a number says which kind of empty it is.

import { EMPTY_LABELS, type EmptyKind } from '../reading';
import type { ModelTable, TableCell } from './model-parts';

export type TableColumn = ModelTable['columns'][number];
export type TableRow = ModelTable['rows'][number];

export function startColumn(key: string, label: string): TableColumn {
  return { key, label, align: 'start' };
}

export function endColumn(key: string, label: string): TableColumn {
  return { key, label, align: 'end' };
}

/** Plain words: a row header, a date, a source. */
export function textCell(text: string, citations: readonly number[] = [], remarks: readonly string[] = []): TableCell {
  return { text, markId: null, citations, empty: null, remarks };
}

/** The words of a mark. */
export function markCell(
  mark: { readonly id: string; readonly label: string; readonly citations: readonly number[]; readonly empty?: EmptyKind | null },
  remarks: readonly string[] = [],
): TableCell {
  return { text: mark.label, markId: mark.id, citations: mark.citations, empty: mark.empty ?? null, remarks };
}

export function emptyCell(empty: EmptyKind): TableCell {
  return { text: EMPTY_LABELS[empty].label, markId: null, citations: [], empty, remarks: [] };
}
