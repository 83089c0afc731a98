import type { Choice, FieldGroup } from './field-spec';

export const LENS_CHOICES: readonly Choice[] = [
  { value: 'independent', label: 'Independent', help: 'UN, hospitals, aid groups, researchers, the press on its own account' },
  { value: 'pakistan', label: 'Pakistani side', help: 'The Pakistani state, its forces or officials' },
  { value: 'taliban', label: 'Taliban side', help: 'The Taliban authorities or their officials' },
  { value: 'other', label: 'Others', help: 'A party that is neither side' },
];

export const ORGANISATION_FIELDS: readonly FieldGroup[] = [
  {
    title: 'Who it is',
    fields: [
      { name: 'name', label: 'Name', help: 'In full, as it calls itself in English.', missing: 'Write the name.', input: { type: 'text' } },
      { name: 'shortName', label: 'Short name', help: 'As charts and tables show it, such as CRSS.', missing: 'Write the short name, or the name again.', input: { type: 'text', most: 40 } },
      {
        name: 'kind', label: 'Kind', input: {
          type: 'choice', choices: [
            { value: 'research', label: 'Research', help: 'Counts and publishes on its own account' }, { value: 'state', label: 'State', help: 'A government, its forces, its offices' },
            { value: 'armed-group', label: 'Armed group' }, { value: 'un', label: 'United Nations' }, { value: 'press', label: 'Press' }, { value: 'ngo', label: 'Aid or rights group' }, { value: 'other', label: 'Other' },
          ],
        },
      },
      { name: 'lens', label: 'Account', help: 'On whose account readers see its claims; they can show one account alone.', input: { type: 'choice', choices: LENS_CHOICES } },
    ],
  },
  {
    title: 'How it works',
    fields: [
      { name: 'method', label: 'Method', help: 'How it counts, in two or three sentences. Blank where it does not say.', isOptional: true, input: { type: 'long', rows: 4 } },
      { name: 'url', label: 'Web address', help: 'Its own site.', isOptional: true, input: { type: 'web' } },
    ],
  },
];

export const INDICATOR_FIELDS: readonly FieldGroup[] = [
  {
    title: 'What is counted',
    fields: [
      { name: 'name', label: 'Name', help: 'As a chart’s title would say it: Deaths from violence.', missing: 'Write the name.', input: { type: 'text' } },
      { name: 'unit', label: 'Unit', help: 'In the plural: deaths, attacks, percent.', missing: 'Write the unit.', input: { type: 'text', most: 40, suggests: 'units' } },
      { name: 'definition', label: 'Definition', help: 'What counts and what does not. Readers see it on the methods page.', missing: 'Write what counts and what does not.', input: { type: 'long', rows: 5 } },
      { name: 'includes', label: 'Included', help: 'Codes of what is in it; charts warn when two series include different things.', missing: 'Name at least one thing that is included.', input: { type: 'codes', suggests: 'includes' } },
      {
        name: 'isSummable', label: 'May periods be added up?', input: {
          type: 'switch', on: 'Yes: quarters add up to a year', off: 'No: shares, changes and projections never add up',
        },
      },
    ],
  },
];

export const SERIES_FIELDS: readonly FieldGroup[] = [
  {
    title: 'Of what, by whom',
    fields: [
      { name: 'indicatorId', label: 'Indicator', missing: 'Choose what is counted.', input: { type: 'row', kind: 'indicator' } },
      { name: 'organisationId', label: 'Organisation', missing: 'Choose who counts.', input: { type: 'row', kind: 'organisation' } },
    ],
  },
  {
    title: 'Where',
    fields: [
      { name: 'geographyName', label: 'Area', help: 'As readers see it. Choosing one that exists fills in its code.', missing: 'Write the area.', input: { type: 'text', suggests: 'geographyNames' } },
      { name: 'geography', label: 'Code of the area', help: 'Lower case: pakistan, kp, balochistan.', missing: 'Write a code for the area.', input: { type: 'text', most: 60, suggests: 'geographies' } },
    ],
  },
  {
    title: 'Which part',
    fields: [
      { name: 'breakdownDimension', label: 'Split by', help: 'total for the whole; else by what it is split: province, victim-type.', missing: 'Write total, or by what it is split.', input: { type: 'text', most: 60, suggests: 'dimensions' } },
      { name: 'breakdownName', label: 'Part', help: 'As readers see it: All, Civilians.', missing: 'Write All, or the part.', input: { type: 'text', suggests: 'breakdownNames' } },
      { name: 'breakdown', label: 'Code of the part', help: 'all for the whole.', missing: 'Write all, or a code for the part.', input: { type: 'text', most: 60, suggests: 'breakdowns' } },
    ],
  },
  {
    title: 'How and for whom',
    fields: [
      { name: 'methodNote', label: 'Note on the method', help: 'What is particular to this series beyond the organisation’s own method.', isOptional: true, input: { type: 'long', rows: 3 } },
      {
        name: 'isRedistributable', label: 'May readers download it?', input: {
          type: 'switch', on: 'Yes: figures may be passed on', off: 'No: the publisher forbids it; charts show it, files leave it out',
        },
      },
    ],
  },
];
