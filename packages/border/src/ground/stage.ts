/** Where a case is in its path. Numbers, because the case table holds them in a byte. */
export const stage = {
  /** Not a case: a free row. */
  none: 0,
  /** Caught, and kept where it was caught because custody is full. */
  outside: 1,
  awaitingAgent: 2,
  processing: 3,
  awaitingBus: 4,
  onBus: 5,
  awaitingOfficer: 6,
  interview: 7,
  /** Enrolled and ready to cross. */
  awaitingReturn: 8,
  /** On the road from the hub to a return point. */
  onRoad: 9,
  /** Its way out is decided and being arranged. */
  leaving: 10,
  /** Kept in custody by a fallback of `hold`. */
  held: 11,
  /** Waiting in a city in Mexico. */
  city: 12,
  atHearing: 13,
  /** Back from a hearing and ready to cross again. */
  awaitingReEntry: 14,
  /** Left a city to try again and not caught yet: between two attempts, in no place of the model. */
  betweenAttempts: 15,
  /** At a place of a new kind, added from outside. */
  atPlace: 16,
  /** On the waiting list of a port, and in no place of the model yet. */
  onList: 17,
} as const;

export type Stage = (typeof stage)[keyof typeof stage];
