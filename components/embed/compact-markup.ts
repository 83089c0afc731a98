// Makes a frame's markup small and strict: no inline styles, no digits that no eye can see, links that leave the frame.

export interface CompactMarkup {
  readonly html: string;
  /** Rules for what stood in style attributes, by class. */
  readonly styles: string;
}

interface Options {
  readonly slug: string;
  /** The chart's page in the view shown, where its sources stand. */
  readonly pageHref: string;
}

/** Rewrites markup of ours; not for markup of others. */
export function compactMarkup(markup: string, { slug, pageHref }: Options): CompactMarkup {
  const styles = new Map<string, string>();
  const classOf = (style: string): string => {
    const known = styles.get(style) ?? `z${styles.size}`;
    styles.set(style, known);
    return known;
  };
  const html = withoutUnusedDefinitions(markup)
    .replaceAll(/ data-(?:mark|layer)="[^"]*"| class=""/g, '')
    .replaceAll(/<([a-z]+)([^>]*?) style="([^"]*)"/g, (_, tag: string, rest: string, style: string) => {
      const name = classOf(style);
      return rest.includes(' class="') ? `<${tag}${rest.replace(/ class="/, ` class="${name} `)}` : `<${tag}${rest} class="${name}"`;
    })
    // Hundredths of a percent are at most a tenth of a pixel.
    .replaceAll(/(\d+\.\d\d)\d+%/g, (_, figure: string) => `${Number(figure)}%`)
    .replaceAll(/><\/(?:line|rect|circle|path|stop)>/g, '/>')
    // Links inside a drawing do not follow the document's base.
    .replaceAll(new RegExp(`href="#${slug}-(?!table")`, 'g'), `target="_blank" href="${pageHref}#${slug}-`)
    .replaceAll(`href="#${slug}-place-`, `href="${pageHref}#${slug}-place-`)
    // Names of patterns and masks, which nothing outside this document knows.
    .replaceAll(`id="${slug}-static`, 'id="d').replaceAll(`url(#${slug}-static`, 'url(#d')
    .replaceAll(`id="${slug}-key`, 'id="k').replaceAll(`url(#${slug}-key`, 'url(#k');
  return { html, styles: [...styles].map(([style, name]) => `.${name}{${style}}`).join('') };
}

/** Every drawing defines all patterns and masks; most use one or none. A mask may use a gradient, so that is looked at after it. */
function withoutUnusedDefinitions(markup: string): string {
  let html = markup;
  for (const tag of ['mask', 'linearGradient', 'pattern']) {
    html = html.replaceAll(new RegExp(`<${tag} id="([^"]*)".*?</${tag}>`, 'gs'), (definition, id: string) => (html.includes(`url(#${id})`) ? definition : ''));
  }
  return html.replaceAll('<defs></defs>', '');
}
