/** Element id of citation `index` (0-based in the model, numbered from 1 for people) of the chart `slug`. */
export function sourceId(slug: string, index: number): string {
  return `${slug}-source-${index + 1}`;
}

/** Where a mark leads: its first citation, or the chart's table where it has none. */
export function sourceHref(slug: string, citations: readonly number[]): string {
  const first = citations[0];
  return first === undefined ? `#${slug}-table` : `#${sourceId(slug, first)}`;
}
