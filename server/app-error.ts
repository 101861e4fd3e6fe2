// In: a code of the catalogue, its facts, perhaps a cause. Out: the one error that stations throw, with its documented body.
import { errorBody, errorRow, type Facts, type ServedCode } from '#shared/errors.ts';

/** `headers` are added to the answer; `cause` is for the log only. */
interface ErrorExtras {
  headers?: Record<string, string>;
  cause?: unknown;
}

type Rest<C extends ServedCode> = [Facts<C>] extends [undefined]
  ? [facts?: undefined, extras?: ErrorExtras]
  : [facts: Facts<C>, extras?: ErrorExtras];

/** A refusal. A wrong code or a missing fact does not compile. */
export class AppError<C extends ServedCode = ServedCode> extends Error {
  readonly code: C;
  readonly headers: Readonly<Record<string, string>>;
  readonly #facts: Facts<C>;

  constructor(code: C, ...[facts, extras = {}]: Rest<C>) {
    super(errorRow(code).title, { cause: extras.cause });
    this.name = 'AppError';
    this.code = code;
    this.headers = extras.headers ?? {};
    this.#facts = facts as Facts<C>;
  }

  get status(): number {
    return errorRow(this.code).status ?? 500;
  }

  /** The documented body, byte for byte. */
  body(): string {
    return JSON.stringify(errorBody(this.code, this.#facts));
  }
}
