'use client';

import { Toggle as BaseToggle } from '@base-ui/react/toggle';
import { cva, type VariantProps } from 'class-variance-authority';
import { twMerge } from 'tailwind-merge';

const toggle = cva('', { variants: { look: { legend: 'legend-item legend-toggle' } }, defaultVariants: { look: 'legend' } });

/** A button that is on or off; it tells assistive technology by aria-pressed. */
export function Toggle({ className, look, ...props }: Omit<BaseToggle.Props<string>, 'className'> & VariantProps<typeof toggle> & { readonly className?: string }) {
  return <BaseToggle className={twMerge(toggle({ look }), className)} {...props} />;
}
