// In: nothing. Out: what a station throws when nobody waits for its answer any more. Not an error of the catalogue: no answer is sent.

export class ClientGone extends Error {
  constructor() {
    super('The client has gone');
    this.name = 'ClientGone';
  }
}
