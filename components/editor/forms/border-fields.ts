import type { FieldGroup, FieldSpec } from './field-spec';

const POSITION: FieldSpec = {
  name: 'latitude', label: 'Position', isOptional: true, help: 'Click the map, move the mark with the arrow keys, or type degrees. Blank where no page gives it.',
  input: { type: 'position', longitude: 'longitude' },
};
const COORDINATE_NOTE: FieldSpec = {
  name: 'coordinateNote', label: 'Where the position is from', help: 'Such as “Gazetteer, right to about 3 km.” or why there is none.', missing: 'Say where the position is from, or why there is none.',
  input: { type: 'text', suggests: 'coordinateNotes' },
};

export const CROSSING_FIELDS: readonly FieldGroup[] = [
  {
    title: 'Which crossing',
    fields: [
      { name: 'name', label: 'Name', help: 'As it is known on the Pakistani side, or both names with a slash.', missing: 'Write the name.', input: { type: 'text' } },
      { name: 'afghanSide', label: 'Name on the Afghan side', isOptional: true, input: { type: 'text' } },
      { name: 'district', label: 'District', missing: 'Write the district.', input: { type: 'text' } },
      { name: 'provincePakistan', label: 'Province in Pakistan', missing: 'Write the province.', input: { type: 'text', suggests: 'provincesPakistan' } },
      { name: 'provinceAfghanistan', label: 'Province in Afghanistan', missing: 'Write the province.', input: { type: 'text', suggests: 'provincesAfghanistan' } },
      { name: 'usedFor', label: 'Used for', help: 'Trade, transit, travellers, returnees.', missing: 'Write what it is used for.', input: { type: 'text', suggests: 'usedFor' } },
    ],
  },
  { title: 'Where it lies', fields: [POSITION, COORDINATE_NOTE] },
];

export const PLACE_FIELDS: readonly FieldGroup[] = [
  {
    title: 'Which place',
    fields: [
      { name: 'name', label: 'Name', missing: 'Write the name.', input: { type: 'text' } },
      { name: 'province', label: 'Province', missing: 'Write the province, or the city again.', input: { type: 'text', suggests: 'provinces' } },
      { name: 'country', label: 'Country', missing: 'Write the country.', input: { type: 'text', suggests: 'countries' } },
    ],
  },
  { title: 'Where it lies', fields: [POSITION, COORDINATE_NOTE] },
];

export const INCIDENT_FIELDS: readonly FieldGroup[] = [
  {
    title: 'What happened',
    fields: [
      { name: 'title', label: 'Title', help: 'With its place and date, in words that neither side would deny.', missing: 'Write a title.', input: { type: 'text' } },
      { name: 'start', label: 'First day', help: '2025-10-11 or 11 Oct 2025.', missing: 'Write the first day.', input: { type: 'day' } },
      { name: 'end', label: 'Last day', help: 'The same day for something that took one.', missing: 'Write the last day; the same day if it took one.', input: { type: 'day' } },
      { name: 'placeIds', label: 'Places', help: 'One after the other; lists name them in this order.', missing: 'Choose at least one place.', input: { type: 'rows', kind: 'place' } },
      { name: 'trigger', label: 'What set it off', help: 'As the sources say it; name the source where they differ.', missing: 'Write what set it off, or “Not stated.”', input: { type: 'long', rows: 3 } },
      { name: 'summary', label: 'Summary', help: 'Two or three sentences without figures: these are claims.', missing: 'Write two or three sentences.', input: { type: 'long', rows: 4 } },
      {
        name: 'isAggregate', label: 'Is it one incident?', input: {
          type: 'switch', on: 'No: a total over many incidents; it overlaps them and is never added to them', off: 'Yes: one clash or strike',
        },
      },
    ],
  },
];
