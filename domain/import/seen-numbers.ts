// Which numbers were seen before, in 8 bytes each: a file may have millions of rows, and none may be counted twice.

/** A set of whole numbers from 1 to 2^53, by open addressing in a typed array. */
export class SeenNumbers {
  private slots = new Float64Array(1 << 14);
  private count = 0;

  /** Whether it is new; a number seen before answers false. */
  add(number: number): boolean {
    const slot = this.find(this.slots, number);
    if (this.slots[slot] === number) return false;
    this.slots[slot] = number;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.grow();
    return true;
  }

  private find(slots: Float64Array, number: number): number {
    const mask = slots.length - 1;
    // Multiplying by an odd number spreads runs of neighbours over the table.
    let slot = Math.imul(number ^ (number / 0x1_0000_0000), 0x9e3779b1) >>> 0 & mask;
    while (slots[slot] !== 0 && slots[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const number of this.slots) if (number !== 0) larger[this.find(larger, number)] = number;
    this.slots = larger;
  }
}

/** A text as a whole number of 53 bits, at least 1. Among a million texts two share one about once in 18,000 files. */
export function textNumber(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    high = Math.imul(high ^ letter, 0x01000193);
    low = Math.imul(low ^ letter, 0x85ebca6b);
  }
  high ^= high >>> 15;
  low = Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high >>> 0 & 0x1f_ffff) * 0x1_0000_0000 + (low >>> 0) + 1;
}
