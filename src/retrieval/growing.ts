/** A typed array that grows as numbers are added, for indexes whose size is known only at their end. */
export class Growing<A extends Uint32Array | Uint8Array> {
  #array: A;
  #length = 0;
  readonly #make: (length: number) => A;

  /** @param room For how many numbers there is room at first. */
  constructor(make: (length: number) => A, room = 1024) {
    this.#make = make;
    this.#array = make(room);
  }

  get length(): number {
    return this.#length;
  }

  get(at: number): number {
    return this.#array[at] ?? 0;
  }

  /** Sets a number; what lies between the end so far and `at` becomes 0. */
  set(at: number, value: number): void {
    if (at >= this.#array.length) {
      const larger = this.#make(Math.max(at + 1, this.#array.length * 2));
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[at] = value;
    if (at >= this.#length) this.#length = at + 1;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }

  /** The numbers so far, without the room to grow. */
  done(): A {
    return this.#array.slice(0, this.#length) as A;
  }
}
