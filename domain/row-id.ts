// The id of a new row is made from its own words: lower case letters, digits and single hyphens, short, and taken by no other row.

const LONGEST = 72;

/** Letters that do not fall apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', '&': ' and ', '’': '', 'ʼ': '', "'": '' };

/**
 * `Dawn`, `2025-10-12`, `Torkham closed` gives `dawn-2025-10-12-torkham-closed`. Words of other scripts leave nothing behind; cut at a word.
 * Answers '' where no letter or digit is left.
 */
export function idFrom(...words: readonly (string | null)[]): string {
  const text = words.filter((word) => word !== null).join(' ').toLowerCase();
  const plain = text.replace(/[ßæøœđðþłı&’ʼ']/g, (letter) => PLAIN[letter] ?? '').normalize('NFKD').replace(/\p{M}+/gu, '');
  const dashed = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (dashed.length <= LONGEST) return dashed;
  const cut = dashed.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1)).replace(/-+$/, '');
}

/** The id itself where it is free, else the first of `id-2`, `id-3` ... that is. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (id === '' || !taken.has(id)) return id;
  for (let next = 2; ; next += 1) {
    if (!taken.has(`${id}-${next}`)) return `${id}-${next}`;
  }
}

/** Whether the text may be the id of a row. */
export function isRowId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 200;
}
