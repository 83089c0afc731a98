import type { z } from 'zod';
import type { FieldSpec } from './field-spec';

/** The rules of the schema say what is wrong; beside a field it says what to do. */
const ADVICE: Readonly<Record<string, string>> = {
  'is not lower case letters, digits and single hyphens': 'Use lower-case letters, digits and single hyphens only.',
  'is not a code': 'Use lower-case letters, digits, + and single hyphens only, such as kp or rest-of-pakistan.',
  'is not a calendar day': 'Write a day that exists, such as 2025-10-12.',
  'must not be linked': 'This site only repeats an armed group’s wording: it is named, never linked. Take the address out and say so in the note on the link.',
  'says why there is no link': 'Give the web address above, or say here why there is none.',
  'is before the start': 'This is before the first day. Write the same day or a later one.',
  'has half a position': 'Give latitude and longitude, or neither.',
};

/** What to do about one fault of the schema. */
export function explainIssue(field: FieldSpec | null, issue: z.core.$ZodIssue): string {
  const advice = ADVICE[issue.message];
  if (advice !== undefined) return advice;
  if (field === null) return `The row ${issue.message}.`;
  if (issue.message === 'is blank or has blanks at its ends' || issue.code === 'invalid_value') return field.missing ?? `Fill in “${field.label}”.`;
  if (issue.code === 'invalid_format' && field.input.type === 'web') return 'Write the whole address, beginning with https://.';
  if (issue.code === 'too_big' && field.input.type === 'position') return 'Latitude lies between −90 and 90, longitude between −180 and 180.';
  if (issue.code === 'too_small' && field.input.type === 'position') return 'Latitude lies between −90 and 90, longitude between −180 and 180.';
  if (issue.code === 'too_big' && field.input.type === 'text') return `At most ${field.input.most ?? issue.maximum} characters; shorten it.`;
  if (issue.code === 'too_small') return field.missing ?? `Fill in “${field.label}”.`;
  return field.missing ?? `“${field.label}” ${issue.message}.`;
}
