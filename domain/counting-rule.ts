// What a count takes in, side by side: of each aspect it says whether it is counted, left out, or whether nobody says.

import type { Indicator } from './series';

export const ASPECTS = ['civilians', 'security', 'militants', 'attacks', 'operations'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** `partly`: with a condition that the definition names. `not-said`: the source gives no definition that tells. */
export type Counted = 'counted' | 'partly' | 'left-out' | 'not-said';

const PEOPLE: readonly Aspect[] = ['civilians', 'security', 'militants'];

/** What the words of an indicator's includes set say of each aspect. */
const SAYS: Readonly<Record<string, readonly (readonly [Aspect, Counted])[]>> = {
  civilians: [['civilians', 'counted']],
  'security-personnel': [['security', 'counted']],
  militants: [['militants', 'counted']],
  'militants-in-attacks': [['militants', 'partly']],
  'militants-official': [['militants', 'counted']],
  'state-side-official': [['security', 'counted'], ['civilians', 'partly']],
  attacks: [['attacks', 'counted']],
  'crss-attacks': [['attacks', 'counted']],
  'militant-attacks': [['attacks', 'counted']],
  'terrorist-attacks': [['attacks', 'counted']],
  'suicide-attacks': [['attacks', 'partly']],
  'ttp-attacks-or-clashes': [['attacks', 'partly']],
  'ttp-attacks-attributed': [['attacks', 'partly']],
  'ttp-attacks-self-claimed': [['attacks', 'partly']],
  'ttp-attacks-un-reports': [['attacks', 'partly']],
  'drone-incidents': [['attacks', 'partly']],
  operations: [['operations', 'counted']],
  'crss-operations': [['operations', 'counted']],
  'military-operations-official': [['operations', 'counted']],
};

/** Units whose counts are of people, so that leaving a kind of people out means something. */
const PEOPLE_UNITS: ReadonlySet<string> = new Set(['deaths', 'injuries', 'killed or wounded']);

/**
 * What the indicator counts, aspect by aspect; null where the aspect does not apply, as people do not to a count of attacks.
 * An aspect is left out only where the definition names others of the same sort.
 */
export function countedBy({ includes, unit }: Pick<Indicator, 'includes' | 'unit'>): Readonly<Record<Aspect, Counted | null>> {
  const said = new Map(includes.flatMap((word) => SAYS[word] ?? []));
  const isOfPeople = PEOPLE_UNITS.has(unit);
  const namesPeople = PEOPLE.some((aspect) => said.has(aspect));
  const namesEvents = said.has('attacks') || said.has('operations');
  const of = (aspect: Aspect): Counted | null => {
    const isPerson = PEOPLE.includes(aspect);
    if (isPerson && !isOfPeople) return null;
    const known = said.get(aspect);
    if (known !== undefined) return known;
    return (isPerson ? namesPeople : namesEvents) ? 'left-out' : 'not-said';
  };
  return { civilians: of('civilians'), security: of('security'), militants: of('militants'), attacks: of('attacks'), operations: of('operations') };
}

