import type { ReactNode } from 'react';
import { nameOf } from './name-of';
import { layDown } from './shelf';
import { StillMarkup } from './still-markup';

/**
 * Markup that stays as the server wrote it. The framework sends every page twice, as markup and as data for its script; what stands
 * in here is sent once, since no script will ever draw it again. For pieces without client components and without functions in
 * their props; others are sent as before.
 */
export function Still({ children }: { readonly children: ReactNode }): ReactNode {
  const name = nameOf(children);
  if (name === null) return children;
  layDown(name, children);
  return <StillMarkup name={name} />;
}
