// In: a text on its way into the editor. Out: whether it is the address of a chart, bare or in the snippet that shows it, rather than a
// chart. Cheap: this much is there from the page's start.

const beginning =
  /^(?:<?https?:\/\/|#v\d+\.|!?\[+!?[^\]]*\]\(|<(?:img|a|p|div|table)\b|\{\s*"blocks"\s*:|(?:[$%#] )?curl )/i;
const address =
  /[?&](?:chart|c|cht|type)=|\/api\/v1\/(?:render|templates\/)|\/chart\.js\/[24]|#v\d+\.[a-z]\d*\./i;
/** An answer follows the command: that is for the decoder. */
const answer = /^(?:HTTP\/\d|< |\{"error")/m;

const LONGEST = 100_000;

/** True where opening it as a chart should be offered; the text is pasted either way. */
export function looksLikeChartUrl(text: string): boolean {
  const trimmed = text.slice(0, LONGEST + 1).trim();
  return (
    trimmed.length <= LONGEST && beginning.test(trimmed) && address.test(trimmed) && !answer.test(trimmed)
  );
}
