// Groups keep the order in which their first member came, so that the same rows always give the same chart.

/** Members by key, groups in order of first appearance, members in the given order. */
export function groupInOrder<T>(members: readonly T[], keyOf: (member: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}
