// What must never stand in a log or a label: addresses of people and machines, passwords, tokens, hashes. Taken out by its look, since an
// error's words come from anywhere.

const SECRET = '[removed]';

const RULES: readonly (readonly [RegExp, string])[] = [
  // The values that were sent along with a statement.
  [/\bparams:[^]*$/i, `params: ${SECRET}`],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*:[^\s/@]*@/gi, '$1'],
  [/\b(bearer|basic)\s+[^\s,;"']+/gi, `$1 ${SECRET}`],
  [/\b(set-cookie|cookie|authorization|password|passwd|secret|token|session|code|key)(["']?\s*[:=]\s*["']?)[^\s,;"'&}]+/gi, `$1$2${SECRET}`],
  [/\?[^\s"'<>)\]=]+=[^\s"'<>)\]]*/g, `?${SECRET}`],
  [/[^\s<>()"',;:=@]+@[^\s<>()"',;:=@]+/g, '[e-mail]'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '[address]'],
  [/(?<![\w:])(?:(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}|[0-9a-f:]*::[0-9a-f:.]*)(?![\w:])/gi, '[address]'],
];
const LONG = /[A-Za-z0-9_+/=-]{24,}/g;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Tokens mix cases or carry digits; long words and paths of files do not look like that. */
const looksMinted = (text: string) => /[0-9]/.test(text) && /[A-Za-z]/.test(text) && !text.includes('/') && !UUID.test(text);
const LONGEST = 2_000;

/** The text without anything that looks like a secret, an e-mail address or an address of a machine; 2,000 characters at most. */
export function scrub(text: string): string {
  let rest = text.slice(0, 4 * LONGEST);
  for (const [look, word] of RULES) rest = rest.replace(look, word);
  return rest.replace(LONG, (found) => (looksMinted(found) ? SECRET : found)).slice(0, LONGEST);
}
