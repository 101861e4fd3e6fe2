// In: a text on its way into the editor. Out: whether it looks like an answer, or a request, rather than a chart. Cheap: reads the
// first line or two.

const beginnings =
  /^(?:(?:[$%#] )?curl(?:\.exe)? |HTTP\/\d|\* +(?:Trying|Host |Connected|Uses proxy)|[<>] (?:HTTP\/|[A-Z]{3,7} \/)|x-ic-error-|\{\s*"error"\s*:|(?:await )?fetch\("|Invoke-WebRequest |\{\s*"log"\s*:\s*\{\s*"version"|\{"level":\d)/i;

/** True where the decoder should be offered; the text is pasted either way. */
export const looksLikeAnswer = (text: string): boolean =>
  beginnings.test(text.slice(0, 400).trimStart().slice(0, 200));
