// What counts of violence may hold, in words. Whatever an indicator names beyond these is named by its own code.

const WHO = [['civilians', 'civilians'], ['security-personnel', 'security personnel'], ['militants', 'militants']] as const;
const WHAT = [['attacks', 'attacks'], ['operations', 'operations of the security forces']] as const;
const COMMON: ReadonlySet<string> = new Set([...WHO, ...WHAT].map(([code]) => code));

/** What an indicator counts, and what of people and events it leaves out though others count it. */
export function includedWords(includes: readonly string[]): { readonly counts: readonly string[]; readonly leavesOut: readonly string[] } {
  const own = includes.filter((code) => !COMMON.has(code)).map((code) => code.replaceAll('-', ' '));
  const named = [...WHO, ...WHAT].filter(([code]) => includes.includes(code)).map(([, words]) => words);
  // A count that names none of a set does not tell those apart, so nothing is said to be left out.
  const leavesOut = [WHO, WHAT].flatMap((set) => (set.some(([code]) => includes.includes(code)) ? set.filter(([code]) => !includes.includes(code)).map(([, words]) => words) : []));
  return { counts: [...named, ...own], leavesOut };
}
