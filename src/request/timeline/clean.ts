// In: a text or a URL that is about to leave the page. Out: the same without anything that the decoder takes for a secret, and
// without test keys: public as they are, whoever reads a report cannot know that.
import { redact } from '#shared/secrets/redact.ts';

const testKey = /pk_(?:test|live)_[\w-]+/g;
const MASK = '••••••••';

export const clean = (text: string): string => redact(text).text.replace(testKey, MASK);

/** Stays a valid URL. */
export const cleanUrl = (url: string): string => clean(url).replace(/•+/g, '***');
