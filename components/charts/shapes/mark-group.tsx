import type { ReactNode } from 'react';

export interface MarkGroupProps {
  readonly id: string;
  readonly href: string;
  /** Spoken text of the mark. */
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to the mark's source, so that readers without JavaScript reach it by mouse and keyboard. */
export function LinkedMark({ id, href, title, className, children }: MarkGroupProps) {
  return (
    <a className={className === undefined ? 'mark' : `mark ${className}`} href={href} data-mark={id}>
      <title>{title}</title>
      {children}
    </a>
  );
}

/** The same box without a link: the interactive drawing handles pointer and keys for the whole plot. */
export function PlainMark({ id, className, children }: MarkGroupProps) {
  return (
    <g className={className === undefined ? 'mark' : `mark ${className}`} data-mark={id}>
      {children}
    </g>
  );
}
