'use client';

import { useMemo } from 'react';
import type { ChartDefinition } from '@/domain/chart/definition';
import { buildChart } from '@/domain/chart/build';
import { incidentDefinition } from '@/domain/chart/incident-definition';
import type { ChartRows } from '@/domain/chart/rows';
import { labelPublished } from '@/domain/citation';
import type { Annotation, Claim, Incident, Place } from '@/domain/claim';
import type { CitationDraft, RowContents } from '@/domain/draft';
import { titleOf, type Named } from '@/domain/row-title';
import { IncidentHeading } from '@/components/claims/incident-heading';
import { Legend } from '@/components/charts/legend';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { SourceFacts } from '@/components/sources/source-facts';
import { LENS_CHOICES } from './counting-fields';
import type { FormKind } from './row-fields';

/** What the looks need beyond the row itself. */
export interface LookStock {
  /** A chart that marks dated events, with its rows. */
  readonly eventChart: { readonly definition: ChartDefinition; readonly rows: ChartRows } | null;
  readonly places: readonly Place[];
  readonly claims: readonly Claim[];
  /** Names of indicators and organisations, by id. */
  readonly names: Readonly<Record<string, string>>;
}

interface RowLookProps {
  readonly kind: FormKind;
  readonly id: string;
  readonly content: RowContents[FormKind];
  readonly citations: readonly CitationDraft[];
  readonly stock: LookStock;
}

const RECORDED = { revision: 1, publishedIn: 1, change: 'add', changeNote: null, status: 'current', citations: [] } as const;

/** A row as readers will see it, drawn by the very parts that draw it for them. */
export function RowLook({ kind, id, content, stock }: RowLookProps) {
  switch (kind) {
    case 'source': {
      const source = { id, ...(content as RowContents['source']) };
      return (
        <>
          <p className="font-serif text-lg leading-snug" dir="auto" lang={source.title.startsWith('[') ? 'en' : source.language}>{source.title}</p>
          <p className="text-sm text-muted">{source.publisher}, {labelPublished(source)}</p>
          <div className="text-sm [&>dl]:mt-2 [&>dl]:grid-cols-1 [&>dl]:border-0 [&>dl]:text-sm"><SourceFacts source={source} shelf={1} shelfHref="#look-title" release="after publishing" /></div>
        </>
      );
    }
    case 'organisation': {
      const { name, shortName, lens, method, url } = content as RowContents['organisation'];
      return (
        <>
          <p className="font-serif text-lg leading-snug">{name}{shortName === name ? '' : ` (${shortName})`}</p>
          <p className="text-sm text-muted">{LENS_CHOICES.find(({ value }) => value === lens)?.label}</p>
          {method !== null && <p className="mt-2 text-sm">{method}</p>}
          {url !== null && <p className="mt-2 text-sm [overflow-wrap:anywhere]"><a href={url} rel="noreferrer external">{url}</a></p>}
        </>
      );
    }
    case 'indicator': {
      const { name, unit, definition, includes, isSummable } = content as RowContents['indicator'];
      return (
        <>
          <p className="font-serif text-lg leading-snug">{name}, <span className="text-muted">{unit}</span></p>
          <p className="mt-2 text-sm">{definition}</p>
          <p className="mt-2 text-sm text-muted">Counts {includes.map((one) => one.replaceAll('-', ' ')).join(', ')}. {isSummable ? 'Periods may be added up.' : 'Periods are never added up.'}</p>
        </>
      );
    }
    case 'series': {
      const series = content as RowContents['series'];
      // Only names are asked of these rows.
      const named = ((_kind: string, other: string) => (stock.names[other] === undefined ? null : { name: stock.names[other], shortName: stock.names[other] })) as unknown as Named;
      return (
        <>
          <p className="font-serif text-lg leading-snug">{titleOf('series', series, named)}</p>
          {series.methodNote !== null && <p className="mt-2 text-sm">{series.methodNote}</p>}
          {!series.isRedistributable && <p className="mt-2 text-sm text-muted">Shown in charts, left out of downloads: the publisher does not let it be passed on.</p>}
        </>
      );
    }
    case 'crossing': {
      const { name, afghanSide, district, provincePakistan, provinceAfghanistan, usedFor, coordinateNote } = content as RowContents['crossing'];
      return <PlaceLook name={name} more={afghanSide} where={`${district}, ${provincePakistan} / ${provinceAfghanistan}`} facts={usedFor} note={coordinateNote} />;
    }
    case 'place': {
      const { name, province, country, coordinateNote } = content as RowContents['place'];
      return <PlaceLook name={name} more={null} where={[province, country].filter((part) => part !== '').join(', ')} facts={null} note={coordinateNote} />;
    }
    case 'incident': return <IncidentLook incident={{ id, ...RECORDED, ...(content as RowContents['incident']) }} places={stock.places} claims={stock.claims} />;
    case 'annotation': return <AnnotationLook annotation={{ id: id === '' ? 'new' : id, ...RECORDED, ...(content as RowContents['annotation']) }} chart={stock.eventChart} />;
  }
}

function PlaceLook({ name, more, where, facts, note }: { readonly name: string; readonly more: string | null; readonly where: string; readonly facts: string | null; readonly note: string }) {
  return (
    <>
      <p className="font-serif text-lg leading-snug">{name}{more !== null && <span className="text-muted"> · {more}</span>}</p>
      <p className="text-sm">{where}</p>
      {facts !== null && <p className="mt-1 text-sm">{facts}</p>}
      <p className="mt-2 text-sm text-muted">{note}</p>
    </>
  );
}

function IncidentLook({ incident, places, claims }: { readonly incident: Incident; readonly places: readonly Place[]; readonly claims: readonly Claim[] }) {
  return (
    <>
      <div className="[&_.incident-when]:text-xs [&_h1]:text-2xl! [&>div]:p-0 [&_p]:text-base!"><IncidentHeading incident={incident} places={places} listHref="/incidents" isHidden={false} /></div>
      {claims.length > 0 && <div className="mt-4"><ClaimsLook incident={incident} places={places} claims={claims} /></div>}
    </>
  );
}

/** The chart of all claims about an incident, as its page draws it. */
export function ClaimsLook({ incident, places, claims }: { readonly incident: Incident; readonly places: readonly Place[]; readonly claims: readonly Claim[] }) {
  const model = useMemo(() => {
    const rows: ChartRows = {
      release: 1, asOf: null, indicators: [], organisations: [], series: [], readings: [], crossings: [], closures: [], annotations: [], incidents: [incident], claims, places,
    };
    return buildChart(incidentDefinition(incident, places), rows, { from: null, to: null, lens: 'all' });
  }, [incident, places, claims]);
  return <><Legend model={model} /><StaticDrawing model={model} /></>;
}

function AnnotationLook({ annotation, chart }: { readonly annotation: Annotation; readonly chart: LookStock['eventChart'] }) {
  const model = useMemo(() => {
    if (chart === null) return null;
    const annotations = [...chart.rows.annotations.filter(({ id }) => id !== annotation.id), annotation].toSorted((a, b) => (a.day < b.day ? -1 : 1));
    return buildChart(chart.definition, { ...chart.rows, annotations }, { from: null, to: null, lens: 'all' });
  }, [annotation, chart]);
  return (
    <>
      <p className="text-sm"><b>{annotation.label}</b>. {annotation.description}</p>
      {model !== null && (
        <figure className="mt-3">
          <StaticDrawing model={model} />
          <figcaption className="text-sm text-muted">On “{model.title}”.{model.annotations.some(({ id }) => id === annotation.id) ? '' : ' The day lies outside this chart’s time, so no mark is on it.'}</figcaption>
        </figure>
      )}
    </>
  );
}
