import ICAL from 'ical.js';

export type Component = InstanceType<typeof ICAL.Component>;

/**
 * The events of a calendar, each once: a series without its changes of single days, which stand beside it or before it, and of
 * several versions of an event the newest. Some programs give all of their events one id, or none.
 */
export function eventsIn(text: string): readonly Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  // One calendar, or a list of them.
  const roots = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed];
  const events = roots
    .map(root => new ICAL.Component(root as never))
    .flatMap(calendar => calendar.getAllSubcomponents('vevent'));
  const kept = new Set([...groupsOf(events, idOf).values()].flatMap(newestOf));
  return events.filter(event => !idOf(event) || kept.has(event));
}

/** Of the events of one id those that are no other versions of each other. */
function newestOf(events: readonly Component[]): readonly Component[] {
  const whole = events.filter(event => !event.hasProperty('recurrence-id'));
  const moments = groupsOf(whole.length ? whole : events, event => writtenIn(event, 'recurrence-id'));
  return [...moments.values()].flatMap(versions => {
    const newest = versions.reduce((most, event) => Math.max(most, sequenceOf(event)), 0);
    const last = versions.filter(event => sequenceOf(event) === newest);
    return [...groupsOf(last, event => writtenIn(event, 'dtstart')).values()].map(([first]) => first!);
  });
}

function groupsOf(
  events: readonly Component[],
  keyOf: (event: Component) => string,
): ReadonlyMap<string, readonly Component[]> {
  const groups = new Map<string, Component[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return groups;
}

function idOf(event: Component): string {
  return textOf(event, 'uid');
}

function sequenceOf(event: Component): number {
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  return Number.isFinite(sequence) ? sequence : 0;
}

/** As the file has it; empty where it has none. */
function writtenIn(event: Component, name: string): string {
  return JSON.stringify(event.getFirstProperty(name)?.toJSON() ?? '');
}

export function textOf(component: Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}
