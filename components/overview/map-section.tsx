import { BOUNDARY_NOTE } from '@/domain/chart/map';
import type { MapModel } from '@/domain/chart/model';
import { placeId } from '@/components/charts/map-key';
import { MapLegend } from '@/components/charts/map-legend';
import { StaticMap } from '@/components/charts/static-map';

interface MapSectionProps {
  readonly model: MapModel;
  /** The page of the map, with its lists and sources. */
  readonly mapHref: string;
  readonly closuresHref: string;
  readonly incidentsHref: string;
}

/** The border with its crossings and the places of incidents: the drawing of the map's own page, which holds the lists. */
export function MapSection({ model, mapHref, closuresHref, incidentsHref }: MapSectionProps) {
  return (
    <section aria-labelledby="map" className="mt-16 border-t border-rule-strong pt-8">
      <h2 id="map" className="chart-title">{model.title}</h2>
      <p className="mt-2 mb-5 max-w-prose text-muted">{BOUNDARY_NOTE}</p>
      <MapLegend model={model} />
      <div className="drawing" dir="ltr" data-kind="map">
        <StaticMap
          model={model}
          hasLists={false}
          links={{ ofPlace: (place) => `${mapHref}#${placeId(model.slug, place)}`, ofCrossing: ({ id }) => `${closuresHref}#crossing-${id}` }}
        />
      </div>
      <div className="mt-4">
        <ul className="chart-links">
          <li><a href={mapHref}>The map with every place and its incidents</a></li>
          <li><a href={closuresHref}>Closures, lane by lane</a></li>
          <li><a href={incidentsHref}>Incidents, claim by claim</a></li>
        </ul>
      </div>
    </section>
  );
}
