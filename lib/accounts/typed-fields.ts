// What somebody typed into a plain form that was refused waits two minutes in a cookie of that page, never in an address.

const COOKIE = 'frontier-ledger-typed';
const LONGEST = 254;

const cookie = (page: string, value: string, seconds: number) =>
  `${COOKIE}=${value}; Max-Age=${seconds}; Path=${new URL(page, 'http://localhost').pathname}; HttpOnly; SameSite=Strict`;

/** The cookie that keeps the named fields for `page`; null where none of them was typed. Name no secret here. */
export function keepTyped(page: string, names: readonly string[], fields: Readonly<Record<string, unknown>>): string | null {
  const kept = names.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? [[name, value.slice(0, LONGEST)]] : [];
  });
  return kept.length === 0 ? null : cookie(page, encodeURIComponent(new URLSearchParams(kept).toString()), 120);
}

/** The cookie that ends it, once the form was taken. */
export function forgetTyped(page: string): string {
  return cookie(page, '', 0);
}

/** What was kept for the page that is asked for; `''` for a field of which nothing was. */
export function readTyped(cookies: { get(name: string): { readonly value: string } | undefined }): (name: string) => string {
  const kept = new URLSearchParams(cookies.get(COOKIE)?.value ?? '');
  return (name) => kept.get(name)?.slice(0, LONGEST) ?? '';
}
