import { gzipSync } from 'node:zlib';
import type { ReactElement } from 'react';
import { escapeText } from '@/lib/escape-text';
import { compactMarkup, withoutQuotes } from './compact-markup';
import { EmbedFrame, type EmbedFrameProps } from './embed-frame';
import { embedStyle } from './embed-style';
import { READ_MARKS } from './read-marks.generated';

export interface EmbedDocument {
  readonly html: string;
  /** Text of its one style and its one script element, for the hashes of its policy. */
  readonly style: string;
  readonly script: string;
}

interface EmbedDocumentProps extends Omit<EmbedFrameProps, 'table'> {
  readonly theme: 'light' | 'dark' | null;
  readonly opensTable: boolean;
  /** Absolute address of the chart's page. */
  readonly canonical: string;
}

/** A document with its table must not weigh more on the wire; where it would, the table is a document of its own, one click away. */
export const MOST_BYTES = 14 * 1024;

/** A chart as a whole document in one answer: drawing, style and script, no framework, nothing to load. `render` makes static markup. */
export function embedDocument(props: EmbedDocumentProps, render: (element: ReactElement) => string): EmbedDocument {
  const whole = compose(props, props.opensTable ? 'open' : 'shut', render);
  return props.opensTable || gzipSync(whole.html).length <= MOST_BYTES ? whole : compose(props, 'linked', render);
}

function compose(props: EmbedDocumentProps, table: EmbedFrameProps['table'], render: (element: ReactElement) => string): EmbedDocument {
  const { model, theme, canonical, pageHref } = props;
  const { html, styles } = compactMarkup(render(<EmbedFrame {...props} table={table} />), { slug: model.slug, pageHref });
  const style = embedStyle(html, styles, theme);
  const head = `<meta charset=utf-8><meta name=viewport content="width=device-width"><meta name=robots content=noindex><base target=_blank><link rel=canonical href="${escapeText(canonical)}">`
    + `<link rel=icon href="data:,"><title>${escapeText(model.title)} · Frontier Ledger</title><style>${style}</style>`;
  return { html: `<!doctype html><html lang=en dir=ltr><head>${head}</head><body>${withoutQuotes(html)}<script>${READ_MARKS}</script></body></html>`, style, script: READ_MARKS };
}
