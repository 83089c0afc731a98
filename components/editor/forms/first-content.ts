import type { RowContents } from '@/domain/draft';
import type { FormStart } from './form-props';
import type { FormKind } from './row-fields';
import { USUAL_LICENCE } from './telling-fields';

/** What a new row begins with: blank, but for what is nearly always so. Blank fields are said beside themselves on saving. */
export function startOf(kind: FormKind, today: string): FormStart {
  return { id: '', revision: null, content: firstContents(today)[kind], change: 'add', changeNote: '', citations: [] };
}

function firstContents(today: string): Pick<RowContents, FormKind> {
  return {
    source: {
      title: '', publisher: '', url: null, urlIsCopy: false, linkNote: null, publishedOn: null, publishedPrecision: 'unknown', accessedOn: today, archiveUrl: null, language: 'en', licence: USUAL_LICENCE,
    },
    organisation: { name: '', shortName: '', kind: 'press', lens: 'independent', method: null, url: null },
    indicator: { name: '', unit: '', definition: '', includes: [], isSummable: true },
    series: {
      indicatorId: '', organisationId: '', geography: 'pakistan', geographyName: 'Pakistan', breakdownDimension: 'total', breakdown: 'all', breakdownName: 'All', methodNote: null, isRedistributable: true,
    },
    crossing: { name: '', afghanSide: null, district: '', provincePakistan: '', provinceAfghanistan: '', latitude: null, longitude: null, coordinateNote: '', usedFor: '' },
    place: { name: '', province: '', country: '', latitude: null, longitude: null, coordinateNote: '' },
    incident: { title: '', start: '', end: '', placeIds: [], trigger: '', summary: '', isAggregate: false },
    annotation: { day: '', label: '', description: '' },
  };
}
