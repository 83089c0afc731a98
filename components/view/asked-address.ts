/** What a field says when it says nothing: it is left out of the address. */
const DEFAULTS: Readonly<Record<string, string>> = { lens: 'all', table: '0' };

/**
 * The address that a form of the view asks for, as short as it can be: blanks and defaults are left out, boxes of one name
 * become one list, and a list that names every box says no more than none.
 */
export function askedAddress(action: string, data: FormData, form: Pick<HTMLFormElement, 'querySelectorAll'>): string {
  const parts: string[] = [];
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string' && value !== '' && value !== DEFAULTS[name]) as string[];
    const boxes = form.querySelectorAll(`input[type="checkbox"][name="${name}"]`).length;
    if (values.length === 0 || (boxes > 1 && values.length === boxes)) continue;
    parts.push(`${name}=${values.map(encodeURIComponent).join(',').replaceAll('%2C', ',')}`);
  }
  return parts.length === 0 ? action : `${action}?${parts.join('&')}`;
}
