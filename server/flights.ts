// In: a key and work that many may ask for at once. Out: its one result, for all of them.
import { ClientGone } from './client-gone.ts';

export interface Flights<T> {
  /**
   * Starts the work, or joins the one under way. Whoever's `signal` aborts leaves; when the last one has left, the work's own
   * signal aborts, and the next one to come starts afresh.
   *
   * @throws ClientGone to the one who left; whatever the work throws to all others
   */
  join(key: string, signal: AbortSignal, start: (stillWanted: AbortSignal) => Promise<T>): Promise<T>;
}

interface Flight<T> {
  result: Promise<T>;
  passengers: number;
  stop: AbortController;
}

export function createFlights<T>(): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  function begin(key: string, start: (stillWanted: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const flight: Flight<T> = { result: start(stop.signal), passengers: 0, stop };
    flights.set(key, flight);
    const land = () => forget(key, flight);
    flight.result.then(land, land);
    return flight;
  }

  function forget(key: string, flight: Flight<T>) {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return {
    join(key, signal, start) {
      if (signal.aborted) return Promise.reject(new ClientGone());
      const flight = flights.get(key) ?? begin(key, start);
      flight.passengers += 1;
      return new Promise<T>((resolve, reject) => {
        const leave = () => {
          flight.passengers -= 1;
          reject(new ClientGone());
          if (flight.passengers > 0) return;
          forget(key, flight);
          flight.stop.abort();
        };
        signal.addEventListener('abort', leave, { once: true });
        const arrive = () => signal.removeEventListener('abort', leave);
        flight.result.then(
          (value) => {
            arrive();
            resolve(value);
          },
          (error: unknown) => {
            arrive();
            reject(error);
          },
        );
      });
    },
  };
}
