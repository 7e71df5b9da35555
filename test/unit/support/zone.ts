/** Runs something as if this machine stood in a time zone. Node reads `TZ` again whenever it is set. */
export function inZone<T>(zone: string, run: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return run();
  } finally {
    setZone(before);
  }
}

/** The same for what takes its time; nothing else runs meanwhile. */
export async function whileInZone<T>(zone: string, run: () => Promise<T>): Promise<T> {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return await run();
  } finally {
    setZone(before);
  }
}

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}

/** From one end of the calendar to the other, and where clocks are changed: at night, at midnight, by half an hour. */
export const ZONES = [
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'UTC',
  'Europe/Berlin',
  'America/Santiago',
  'Asia/Beirut',
  'Australia/Lord_Howe',
];

/** Days on which some zone changes its clocks, each with a day before and after. */
export const CHANGES = [
  ['Europe/Berlin', '2026-03-28', '2026-03-29', '2026-03-30'],
  ['Europe/Berlin', '2026-10-24', '2026-10-25', '2026-10-26'],
  // Here there is no midnight: the day begins at one.
  ['America/Santiago', '2026-09-05', '2026-09-06', '2026-09-07'],
  ['America/Santiago', '2026-04-04', '2026-04-05', '2026-04-06'],
  ['Asia/Beirut', '2026-03-28', '2026-03-29', '2026-03-30'],
  ['Australia/Lord_Howe', '2026-04-04', '2026-04-05', '2026-04-06'],
  ['Australia/Lord_Howe', '2026-10-03', '2026-10-04', '2026-10-05'],
] as const;
