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
  const html = withoutUnusedDefinitions(withoutUnseenParts(withoutSecondTelling(markup)))
    .replaceAll(/ data-(?:mark|layer)="[^"]*"| class=""/g, '')
    .replaceAll(/<([a-z]+)([^>]*?) style="([^"]*)"/g, (_, tag: string, rest: string, style: string) => {
      const name = classOf(style);
      return rest.includes(' class="') ? `<${tag}${rest.replace(/ class="/, ` class="${name} `)}` : `<${tag}${rest} class="${name}"`;
    })
    // Hundredths of a percent are at most a tenth of a pixel.
    .replaceAll(/(\d+\.\d\d)\d+%/g, (_, figure: string) => `${Number(figure)}%`)
    .replaceAll(/><\/(?:line|rect|circle|path|stop)>/g, '/>')
    // Links inside a drawing do not follow the document's base.
    .replaceAll(new RegExp(`(<a class="[^>]*)href="#${slug}-(?!table")`, 'g'), `$1target="_blank" href="${pageHref}#${slug}-`)
    .replaceAll(new RegExp(`href="#${slug}-(?!table")`, 'g'), `href="${pageHref}#${slug}-`)
    // Names of patterns and masks, which nothing outside this document knows.
    .replaceAll(`id="${slug}-static`, 'id="d').replaceAll(`url(#${slug}-static`, 'url(#d')
    .replaceAll(`id="${slug}-key`, 'id="k').replaceAll(`url(#${slug}-key`, 'url(#k');
  return { html, styles: [...styles].map(([style, name]) => `.${name}{${style}}`).join('') };
}

/** Fades narrower than a third of a pixel on the widest frame, the end tags that HTML does without, and a row's second link to one place. */
function withoutUnseenParts(markup: string): string {
  return markup
    .replaceAll(/<g mask="[^"]*"><rect class="bar" x="[^"]*" y="[^"]*" width="0\.0[0-2]\d*%"[^>]*><\/rect><rect class="hatch"[^>]*><\/rect><\/g>/g, '')
    .replaceAll(/<table.*?<\/table>/gs, (table) => table
      .replaceAll(/(<a href="([^"]*)">(?:(?!<tr).)*)<a href="\2">([^<]*)<\/a>/gs, '$1$3')
      .replaceAll(/<\/(?:t[dhr]|thead|tbody|li)>/g, ''));
}

/**
 * Why a crossing was shut and who says so stands in its row of the table. Where the table is in the document, the names of the bars end
 * after the days, and the script puts both together again: row and bar have the same place in their lists. So have events and their ticks.
 */
function withoutSecondTelling(markup: string): string {
  const html = markup.includes('<ol class="table-wrap events"') ? markup.replaceAll(/(<a class="annotation"[^>]*><title>(?:(?!\. )[^<])*)\. [^<]*/g, '$1') : markup;
  if (!html.includes('data-kind="closures"') || !html.includes('<table')) return html;
  return html
    .replaceAll(/(<a class="mark"[^>]*><title>[^<;]*);[^<]*/g, '$1')
    // A finger's room around a bar is the script's to give: it takes the nearest one.
    .replaceAll(/<rect class="hit"[^>]*><\/rect>/g, '');
}

/** Quotes that HTML does without. A slash would be taken into the value, hence the space. */
export function withoutQuotes(html: string): string {
  return html.replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/="([\w.%#():-]+)"(?=([ />]))/g, (_, value: string, next: string) => `=${value}${next === '/' ? ' ' : ''}`));
}

/** Every drawing defines all patterns and masks; most use one or none. A mask may use a gradient, so that is looked at after it. */
function withoutUnusedDefinitions(markup: string): string {
  let html = markup;
  for (const tag of ['mask', 'linearGradient', 'pattern']) {
    html = html.replaceAll(new RegExp(`<${tag} id="([^"]*)".*?</${tag}>`, 'gs'), (definition, id: string) => (html.includes(`url(#${id})`) ? definition : ''));
  }
  return html.replaceAll('<defs></defs>', '');
}
