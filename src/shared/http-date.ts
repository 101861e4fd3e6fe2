// In: a header value and the moment it is read. Out: the instant it names, in ms since 1970, or undefined.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const longDay = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const time = '(\\d{2}):(\\d{2}):(\\d{2})';
const imf = new RegExp(`^${day}, (\\d{2}) (\\w{3}) (\\d{4}) ${time} GMT$`);
const rfc850 = new RegExp(`^${longDay}, (\\d{2})-(\\w{3})-(\\d{2}) ${time} GMT$`);
const asctime = new RegExp(`^${day} (\\w{3}) ([ \\d]\\d) ${time} (\\d{4})$`);

/**
 * The three HTTP-date forms of RFC 9110 §5.6.7, and nothing else. A two-digit year that would lie more than 50 years ahead of
 * `nowMs` is of the century before. Days that no month has (31 February) are refused; the weekday's name is not checked.
 */
export function parseHttpDate(value: string, nowMs: number): number | undefined {
  let m = imf.exec(value);
  if (m) return instant(Number(m[3]), m[2], Number(m[1]), m.slice(4, 7));
  m = rfc850.exec(value);
  if (m) return instant(fullYear(Number(m[3]), nowMs), m[2], Number(m[1]), m.slice(4, 7));
  m = asctime.exec(value);
  return m ? instant(Number(m[6]), m[1], Number(m[2]), m.slice(3, 6)) : undefined;
}

function fullYear(twoDigits: number, nowMs: number): number {
  const thisYear = new Date(nowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}

function instant(
  year: number,
  monthName: string | undefined,
  dayOfMonth: number,
  clock: string[],
): number | undefined {
  const month = months.indexOf(monthName ?? '');
  const [hours = 99, minutes = 99, seconds = 99] = clock.map(Number);
  // 60 is the leap second that the grammar allows.
  if (month < 0 || hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const date = new Date(Date.UTC(year, month, dayOfMonth));
  // A day that the month lacks makes it another month.
  if (date.getUTCMonth() !== month) return undefined;
  return date.getTime() + (hours * 3600 + minutes * 60 + seconds) * 1000;
}
