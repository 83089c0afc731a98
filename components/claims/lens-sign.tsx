import type { ClaimLens } from '@/domain/claim';
import { LENS_FORMS } from '@/components/charts/shapes/claim-shape';

/** Who speaks, in the words of the legend, and the colour the drawings give him. */
export const SIDES: readonly { readonly lens: ClaimLens; readonly label: string; readonly colour: number }[] = [
  { lens: 'pakistan', label: 'Pakistani side', colour: 0 },
  { lens: 'taliban', label: 'Taliban side', colour: 1 },
  { lens: 'independent', label: 'Independent', colour: 2 },
  { lens: 'other', label: 'Others', colour: 3 },
];

/** The form and colour of a side, as in the drawings. Its name stands beside it. */
export function LensSign({ lens }: { lens: ClaimLens }) {
  const colour = SIDES.findIndex((side) => side.lens === lens);
  return (
    <svg className={`lens-sign s${colour}`} width="14" height="14" viewBox="-8 -8 16 16" aria-hidden="true">
      <path className="swatch-form" d={LENS_FORMS[lens]} />
    </svg>
  );
}
