// In: the raw query of a chart that is to be signed. Out: what was signed and the signature, by the public test account; the
// secret of any other account never leaves the server, and no other account's is used here.
import { queryPairs } from '#shared/image-charts-query.ts';
import { AppError } from '../app-error.ts';
import { signatureOf, signedPart, TEST_ACCOUNT } from './accounts.ts';

export interface SignedQuery {
  icac: string;
  /** The message of the HMAC, byte for byte: the query without `ichm`. */
  signed: string;
  ichm: string;
  /** What to put behind the `?`. */
  query: string;
}

/** `icac` is added where it is missing. @throws AppError `invalid_spec` for the query of another account */
export function signQuery(rawQuery: string): SignedQuery {
  const icac = TEST_ACCOUNT.id;
  const part = signedPart(rawQuery).replace(/^&+|&+$/g, '');
  const named = queryPairs(part).filter(({ name }) => name === 'icac');
  if (named.length > 1 || named.some(({ value }) => value !== icac)) {
    const message = `Only the public test account ${icac} signs here`;
    throw new AppError('invalid_spec', { details: [{ path: 'icac', message }] });
  }
  const signed = named.length > 0 ? part : `${part}${part && '&'}icac=${icac}`;
  const ichm = signatureOf(TEST_ACCOUNT.secret, signed);
  return { icac, signed, ichm, query: `${signed}&ichm=${ichm}` };
}
