import type { PlacedClaimGroup } from './geometry/place-claims';

/** Whose losses a group of claims is about, under the name of what is counted where that begins. */
export function ClaimGroupTitle({ group }: { group: PlacedClaimGroup }) {
  return (
    <>
      {group.isFirstOfMeasure && <p className="measure-title">{group.measureLabel.charAt(0).toUpperCase() + group.measureLabel.slice(1)}</p>}
      <p className="panel-title">{group.label}</p>
    </>
  );
}
