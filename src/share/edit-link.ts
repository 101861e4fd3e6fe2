// In: the editor's text, or the hash of a link. Out: the link that opens this text again, or what is wrong with it.
import { type LinkReading, packed, unpacked } from './link-codec.ts';

/** Text → hash with its `#`. Holds the text and nothing else: no key, no setting. */
export const editHash = (text: string): string => packed('d1', text);

export const readEditHash = (hash: string): LinkReading => unpacked('d1', hash);
