/** The clock of a zone at a moment, as milliseconds that UTC would have for the same digits. */
function clockOf(zone: Intl.DateTimeFormat, at: number): number {
  const of = new Map(zone.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => of.get(type) ?? 0;
  return Date.UTC(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  );
}

/**
 * The moment at which the clocks of a zone show a time, in milliseconds since 1970. Where they skip it in spring it is an hour
 * later, where they show it twice in autumn one of the two.
 *
 * @param shown the time as if it were UTC
 * @param zone as IANA names it: `Europe/Tallinn`
 * @returns nothing if the zone is unknown
 */
export function momentIn(zone: string, shown: number): number | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', {
      ...({ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' } as const),
      ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
    });
  } catch {
    return undefined;
  }
  // The second time by the zone's own distance at about that moment.
  const first = shown - (clockOf(format, shown) - shown);
  return shown - (clockOf(format, first) - first);
}
