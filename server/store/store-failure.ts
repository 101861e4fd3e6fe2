// In: why a store cannot keep its word. Out: the errors that leave this room.

/** The engine does not answer, or has no room: it may pass. The true reason is the `cause`, for the log. */
export class StoreFailure extends Error {
  constructor(what: string, cause?: unknown) {
    super(what, { cause });
    this.name = 'StoreFailure';
  }
}

/** Larger than all that may be saved: no fault of the engine. */
export class ValueTooLarge extends StoreFailure {
  constructor() {
    super('The value is larger than all that may be saved');
    this.name = 'ValueTooLarge';
  }
}
