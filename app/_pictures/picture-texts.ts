import { factsOf } from '@/components/picture/metadata';
import type { ChartModel } from '@/domain/chart/model';

/** What a PNG says about itself, by the keywords of its format. */
export function pictureTexts(model: ChartModel, address: string): Record<string, string> {
  const facts = factsOf(model, address);
  return {
    Title: facts.title,
    Description: facts.description,
    Source: `${facts.address}\n${facts.sources.join('\n')}`,
    Copyright: `Frontier Ledger, CC BY 4.0, ${facts.licence}`,
    Software: 'Frontier Ledger',
    Release: String(facts.release),
    ...(facts.asOf === null ? {} : { 'As known on': facts.asOf }),
  };
}
