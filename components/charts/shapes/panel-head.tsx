import type { PlacedPanel } from '../geometry/place-periods';

/** What stands over a panel: its name, its unit, and what it counts where that is not the same in all. */
export function PanelHead({ panel }: { panel: PlacedPanel }) {
  if (panel.title === null) return null;
  return (
    <div className="panel-head">
      <p className="panel-title">{panel.title}{panel.unit !== null && <span className="panel-measure">{panel.unit}</span>}</p>
      {panel.countingRule !== null && <p className="panel-rule">{panel.countingRule}</p>}
    </div>
  );
}
