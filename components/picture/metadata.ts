import type { ChartModel } from '@/domain/chart/model';
import { citationLine } from '@/domain/citation';
import { escapeText } from './pen';

/** What a picture says about itself, so that it can be traced once it has left its page. */
export interface PictureFacts {
  readonly title: string;
  readonly description: string;
  readonly release: number;
  readonly asOf: string | null;
  readonly address: string;
  /** `PTI, 2 Oct 2025: "title"`, each once. */
  readonly sources: readonly string[];
  readonly licence: string;
}

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

export function factsOf(model: ChartModel, address: string): PictureFacts {
  const { title, altText, release, asOf, citations } = model;
  return { title, description: altText, release, asOf, address, sources: [...new Set(citations.map(citationLine))], licence: LICENCE };
}

/** The facts as an SVG metadata element: RDF with Dublin Core terms, as drawing programs read and write it. */
export function metadataOf(model: ChartModel, address: string): string {
  const facts = factsOf(model, address);
  const element = (name: string, text: string): string => `<dc:${name}>${escapeText(text)}</dc:${name}>`;
  const lines = [
    element('title', facts.title),
    element('identifier', facts.address),
    element('publisher', 'Frontier Ledger'),
    element('description', `Release ${facts.release}${facts.asOf === null ? '' : `, as known on ${facts.asOf}`}. ${facts.description}`),
    ...facts.sources.map((source) => element('source', source)),
    `<cc:license rdf:resource="${facts.licence}"/>`,
  ].join('');
  const names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"';
  return `<metadata><rdf:RDF ${names}><cc:Work rdf:about="">${lines}</cc:Work></rdf:RDF></metadata>`;
}
