// In: what was painted, in order. Out: whether some of it can surely be seen.
import { type Box, contains, grown, overlaps } from './box.ts';
import type { Colour } from './colours.ts';

/** A word has ink in most of its box; a rectangle is its box; of any other shape nothing is known. */
export type Kind = 'word' | 'rectangle' | 'shape';

/** Channels apart, of 255: ink this far from the ground shows even where it covers a small part of a pixel. */
const CLEARLY_APART = 64;
/** The latest words: a long line lies over some of them, hardly over all. */
const MOST_WORDS = 24;
const TRANSPARENT: Colour = { hex: '#000000', alpha: 0 };

/**
 * Two places prove that a picture is not blank: a corner that nothing came near since the ground was laid, and a word in another
 * colour that nothing was painted over. Nearly every chart has both. Without them a picture need not be blank: then its pixels
 * have to tell.
 */
export class Witness {
  readonly #picture: Box;
  #ground: Colour | undefined;
  #corners: Box[];
  #words: Box[] = [];

  constructor(width: number, height: number) {
    this.#picture = { left: 0, top: 0, right: width, bottom: height };
    const [lefts, tops] = [
      [0, width - 1],
      [0, height - 1],
    ];
    this.#corners = lefts.flatMap((left) =>
      tops.map((top) => ({ left, top, right: left + 1, bottom: top + 1 })),
    );
  }

  /** @param box not smaller than what was painted */
  painted(box: Box, colour: Colour, kind: Kind) {
    if (!this.#ground) {
      const isGround = kind === 'rectangle' && contains(box, this.#picture);
      this.#ground = isGround ? colour : TRANSPARENT;
      if (isGround) return;
    }
    this.#corners = this.#corners.filter((corner) => !overlaps(corner, grown(box, 1)));
    this.#words = this.#words.filter((word) => !overlaps(word, box)).slice(-MOST_WORDS);
    if (kind === 'word' && contains(this.#picture, box) && this.#standsOut(colour)) this.#words.push(box);
  }

  get certain(): boolean {
    return this.#words.length > 0 && this.#corners.length > 0;
  }

  #standsOut({ hex, alpha }: Colour): boolean {
    const ground = this.#ground ?? TRANSPARENT;
    const apart = [1, 3, 5].some(
      (at) => Math.abs(channel(hex, at) - channel(ground.hex, at)) >= CLEARLY_APART,
    );
    return alpha === 1 && (apart || ground.alpha < 0.5);
  }
}

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
