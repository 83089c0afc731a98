import { describe, expect, it } from 'vitest';
import { peerAddress } from '@/lib/accounts/peer-address';

describe('the address a request comes from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'], ['1.2.3.4, 203.0.113.7', '203.0.113.7'], ['evil, , 203.0.113.7 ', '203.0.113.7'], ['', 'unknown'],
  ])('%j: what the nearest proxy wrote, never what the caller put before it', (header, address) => {
    expect(peerAddress(new Headers({ 'x-forwarded-for': header }))).toBe(address);
  });

  it('is bounded, so that no share is kept under a name of a megabyte', () => {
    expect(peerAddress(new Headers({ 'x-forwarded-for': 'a'.repeat(10_000) }))).toHaveLength(64);
    expect(peerAddress(new Headers({ 'x-real-ip': '1.2.3.4' }))).toBe('unknown');
  });
});
