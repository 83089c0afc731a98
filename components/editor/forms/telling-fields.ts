import type { Choice, FieldGroup } from './field-spec';

export const USUAL_LICENCE = 'Rights stay with the publisher; only facts and figures are taken from it';

const LICENCES: readonly Choice[] = [
  { value: USUAL_LICENCE, label: 'Rights stay with the publisher', help: 'The usual case: we take facts and figures and quote at most 25 words' },
  { value: 'CC BY 4.0', label: 'CC BY 4.0', help: 'May be passed on and changed when the author is named' },
  { value: 'CC BY-SA 4.0', label: 'CC BY-SA 4.0', help: 'The same, under the same licence' },
  { value: 'CC BY-NC 4.0', label: 'CC BY-NC 4.0', help: 'Named author, not for money' },
  { value: 'CC0 1.0', label: 'CC0 1.0', help: 'No rights kept' },
  { value: 'Public domain', label: 'Public domain', help: 'No rights exist, such as many works of governments' },
  { value: 'Redistribution forbidden by the terms of use', label: 'Redistribution forbidden', help: 'Its terms forbid passing the data on: mark the series as not downloadable' },
];

const LANGUAGES: readonly Choice[] = [
  ['en', 'English'], ['ur', 'Urdu'], ['ps', 'Pashto'], ['fa', 'Persian (Dari)'], ['ar', 'Arabic'], ['hi', 'Hindi'], ['bn', 'Bengali'], ['tr', 'Turkish'], ['ru', 'Russian'],
  ['zh', 'Chinese'], ['fr', 'French'], ['de', 'German'], ['ml', 'Malayalam'], ['und', 'Not determined'],
].map(([value = '', label = '']) => ({ value, label }));

export const SOURCE_FIELDS: readonly FieldGroup[] = [
  {
    title: 'The document',
    fields: [
      { name: 'title', label: 'Title', help: 'As the document prints it. In [brackets], in English, where it has none.', missing: 'Write the title as the document prints it.', input: { type: 'text' } },
      { name: 'publisher', label: 'Publisher', help: 'Who published it: the newspaper, the institute, the ministry.', missing: 'Write who published it.', input: { type: 'text', suggests: 'publishers' } },
      {
        name: 'publishedOn', label: 'Published', isOptional: true, help: 'As exactly as the page shows it: 2025-10-12, 12 Oct 2025, Oct 2025 or 2025. Blank where it shows no date.',
        input: { type: 'dated', precision: 'publishedPrecision' },
      },
      { name: 'language', label: 'Language', missing: 'Choose a language.', input: { type: 'choice', choices: LANGUAGES } },
    ],
  },
  {
    title: 'Where it was read',
    fields: [
      { name: 'url', label: 'Web address', isOptional: true, help: 'Readers follow it. Blank where there is none.', input: { type: 'web' } },
      {
        name: 'urlIsCopy', label: 'Whose page is it?', input: { type: 'switch', on: 'A copy on somebody else’s site: shown as “read at …”', off: 'The publisher’s own page' },
      },
      { name: 'linkNote', label: 'Note on the link', isOptional: true, help: 'Why there is no address, or what a reader should know before following it.', input: { type: 'text' } },
      { name: 'archiveUrl', label: 'Archived copy', isOptional: true, help: 'The address of one copy at an archive, so that it outlives the page.', input: { type: 'web' } },
      { name: 'accessedOn', label: 'Read on', help: 'The day you read it.', missing: 'Write the day you read it.', input: { type: 'day' } },
    ],
  },
  { title: 'Rights', fields: [{ name: 'licence', label: 'Licence', help: 'What the document itself says.', missing: 'Choose what applies.', input: { type: 'choice', choices: LICENCES } }] },
];

export const ANNOTATION_FIELDS: readonly FieldGroup[] = [
  {
    title: 'The event',
    fields: [
      { name: 'day', label: 'Day', help: '2025-10-11 or 11 Oct 2025.', missing: 'Write the day.', input: { type: 'day' } },
      { name: 'label', label: 'Label', help: 'What the chart shows beside the mark: a few words.', missing: 'Write a few words.', input: { type: 'text', most: 48 } },
      { name: 'description', label: 'Description', help: 'One or two sentences for whoever wants to know more.', missing: 'Write a sentence.', input: { type: 'long', rows: 3 } },
    ],
  },
];
