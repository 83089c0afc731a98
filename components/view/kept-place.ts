// Another view of a page is another document: these two put the reader back at the field that asked for it.

const KEY = 'view-place';
const FRESH_MS = 20_000;

interface Place { readonly path: string; readonly field: string; readonly top: number; readonly at: number }

function isPlace(value: unknown): value is Place {
  const place = value as Partial<Place> | null;
  return typeof place === 'object' && place !== null && typeof place.path === 'string' && typeof place.field === 'string'
    && typeof place.top === 'number' && typeof place.at === 'number';
}

/** Remembers where on the screen the form stands and which of its fields has the focus. Storage may be forbidden. */
export function keepPlace(form: HTMLFormElement): void {
  const field = form.contains(document.activeElement) ? document.activeElement?.id ?? '' : '';
  const place: Place = { path: window.location.pathname, field, top: form.getBoundingClientRect().top, at: Date.now() };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // The next document then begins at its top, as any other does.
  }
}

/** Puts the form back where it stood, unfolded, with the focus in its field; once, and only right after it was sent. */
export function returnToPlace(form: HTMLFormElement | null): void {
  let place: unknown = null;
  try {
    place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
  if (form === null || !isPlace(place) || place.path !== window.location.pathname || Date.now() - place.at > FRESH_MS) return;
  const field = place.field === '' ? null : form.querySelector<HTMLElement>(`#${CSS.escape(place.field)}`);
  if (place.field !== '' && field === null) return;
  const fold = form.closest('details');
  if (fold !== null) fold.open = true;
  window.scrollBy({ top: form.getBoundingClientRect().top - place.top, behavior: 'instant' });
  field?.focus({ preventScroll: true });
}
