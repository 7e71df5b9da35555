import { localDay, type CalendarDate } from '../core/calendar';
import { Timer } from '../timer';

/** A computer that sleeps holds its timers: so the clock is looked at now and then, and not only at midnight. */
const LOOK_MS = 10 * 60_000;

/** The local calendar day, and word of it when it becomes another one. */
export class Today {
  private told: CalendarDate;
  private readonly look = new Timer(LOOK_MS, () => this.check());

  constructor(
    private readonly onNewDay: () => void,
    private readonly clock = () => new Date(),
  ) {
    this.told = this.date;
    this.check();
  }

  dispose(): void {
    this.look.dispose();
  }

  get date(): CalendarDate {
    return localDay(this.clock());
  }

  /** Tells of a new day, once. */
  check(): void {
    this.look.dispose();
    this.look.start(Math.min(LOOK_MS, msToNextDay(this.clock())));
    const { date } = this;
    if (date === this.told) return;
    this.told = date;
    this.onNewDay();
  }
}

/** Where clocks are changed at midnight, the day begins when it begins. */
function msToNextDay(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}
