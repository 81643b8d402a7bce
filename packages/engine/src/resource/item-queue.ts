/**
 * Items in order, first in at the front. Removing one at the front takes constant time; removing another takes as long
 * as closing the gap.
 */
export class ItemQueue<Item> {
  length = 0;
  private ring: (Item | undefined)[] = new Array(16).fill(undefined);
  private head = 0;

  at(index: number): Item {
    return this.ring[this.slot(index)] as Item;
  }

  push(item: Item): void {
    if (this.length === this.ring.length) this.grow();
    this.ring[this.slot(this.length++)] = item;
  }

  unshift(item: Item): void {
    if (this.length === this.ring.length) this.grow();
    this.head = this.slot(-1);
    this.ring[this.head] = item;
    this.length++;
  }

  remove(index: number): Item {
    const item = this.at(index);
    for (let i = index; i > 0; i--) this.ring[this.slot(i)] = this.ring[this.slot(i - 1)];
    this.ring[this.head] = undefined;
    this.head = this.slot(1);
    this.length--;
    return item;
  }

  clear(): void {
    this.ring = new Array(16).fill(undefined);
    this.head = 0;
    this.length = 0;
  }

  private slot(index: number): number {
    return (this.head + index) & (this.ring.length - 1);
  }

  private grow(): void {
    const { length } = this.ring;
    const longer: (Item | undefined)[] = new Array(2 * length).fill(undefined);
    for (let i = 0; i < length; i++) longer[i] = this.at(i);
    this.ring = longer;
    this.head = 0;
  }
}
