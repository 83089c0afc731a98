import type { ReactNode } from 'react';

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly fault?: string;
  readonly isOptional?: boolean;
  /** The label belongs to a group of controls, not to one. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
}

/** Ids that say what a control is described by. */
export function describedBy(id: string, help: string | undefined, fault: string | undefined): string | undefined {
  const ids = [...(help === undefined ? [] : [`${id}-help`]), ...(fault === undefined ? [] : [`${id}-fault`])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** A label, one line of help, the control and, where it is not right, what to do. */
export function FieldFrame({ id, label, help, fault, isOptional = false, isGroup = false, children }: FieldFrameProps) {
  const words = <>{label}{isOptional && <span className="font-normal text-muted"> (may stay blank)</span>}</>;
  const under = (
    <>
      {help !== undefined && <p id={`${id}-help`} className="text-sm text-muted">{help}</p>}
      {children}
      {fault !== undefined && <p id={`${id}-fault`} className="border-s-4 border-accent ps-2 text-sm font-medium text-accent-strong">{fault}</p>}
    </>
  );
  if (isGroup) {
    return (
      <fieldset className="flex min-w-0 flex-col gap-1.5" aria-describedby={describedBy(id, help, fault)} data-fault={fault !== undefined || undefined}>
        <legend className="mb-1 font-medium">{words}</legend>
        {under}
      </fieldset>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5" data-fault={fault !== undefined || undefined}>
      <label htmlFor={id} className="font-medium">{words}</label>
      {under}
    </div>
  );
}
