interface Markup { readonly __html: string }

const known = new Map<string, Markup>();

/**
 * What the server wrote under a name. React takes the text only where it has to make the element anew (after an error while it took
 * over the page), and reads it then out of the page that still stands. One object a name: another one would be taken for a change.
 */
export function keptMarkup(name: string): Markup {
  const markup = known.get(name) ?? {
    get __html(): string {
      return document.querySelector(`[data-still="${name}"]`)?.innerHTML ?? '';
    },
  };
  known.set(name, markup);
  return markup;
}
