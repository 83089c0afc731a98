const KEYS: readonly (readonly [string, string])[] = [
  ['Type', 'begins an edit; ≥600, 200+, >200, ~450, “nearly 450” are understood'],
  ['Enter, Tab', 'takes it and goes down, or on; after a row of Tabs Enter returns to its first column'],
  ['F2', 'edits what is there'],
  ['Arrows, Home, End', 'move; with Ctrl to the edge, with Shift they select'],
  ['Ctrl+V', 'pastes a block from Excel, Sheets or a web page; headings in it are followed'],
  ['Ctrl+C, Ctrl+X', 'copies, cuts'],
  ['Ctrl+D, Ctrl+R', 'fills down, across'],
  ['Ctrl+Enter', 'types into the whole selection'],
  ['Delete', 'clears what is typed'],
  ['Alt+↓', 'why there is no value; or type nyr, nc, wh, unk'],
  ['Ctrl+Z, Ctrl+Y', 'takes back, does again'],
  ['Ctrl+S', 'saves'],
  ['F6', 'goes to what is said of the cell, such as update or correction; F6 or Esc comes back'],
  ['Esc, then Tab', 'leaves the grid'],
];

/** The keys of the grid, folded away. */
export function GridHelp() {
  return (
    <details className="mt-2 text-sm">
      <summary className="py-1 text-muted">Keys</summary>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {KEYS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt className="font-medium">{keys}</dt>
            <dd className="text-muted max-sm:mb-1">{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
