import type { CalendarDate } from '../calendar';

/** A point as it is told to people. */
export type PointSaid =
  | { readonly kind: 'now' | 'staged' }
  | { readonly kind: 'commit'; readonly commit: { readonly id: string; readonly on: CalendarDate } }
  | { readonly kind: 'day'; readonly day: CalendarDate; readonly start?: CalendarDate };
