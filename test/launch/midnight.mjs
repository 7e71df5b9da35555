/** Longer than any run of the tests. */
const LONGEST_MS = 2 * 60 * 60_000;

/**
 * The time zone in which a run of the tests has one day from its beginning to its end: where the day ends soon, one in
 * which it's noon. Tests write deals of today and later ask what is shown of them today.
 * @param {Date} now
 * @returns {string | undefined} nothing where the day is long enough here
 */
export function zoneOfOneDay(now) {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  if (midnight.getTime() - now.getTime() > LONGEST_MS) return undefined;
  const east = 12 - now.getUTCHours();
  // These are named by what is to be added to their time.
  return east ? `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}` : 'Etc/GMT';
}

/** Lets this process, and all that it starts, have one day. */
export function keepOneDay() {
  const zone = zoneOfOneDay(new Date());
  if (zone) process.env['TZ'] = zone;
}
