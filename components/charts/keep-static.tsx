'use client';

import { Component, type ReactNode } from 'react';

interface KeepStaticProps { readonly children: ReactNode; readonly onFailure: () => void }

/** If the interactive drawing breaks, the page keeps the static one. React has logged the error by then. */
export class KeepStatic extends Component<KeepStaticProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure();
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
