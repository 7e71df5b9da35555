import { FORECASTS, type Forecast } from '../process/process';
import type { RowStanding } from './rowContext';

/**
 * What other systems call them. HubSpot’s forecast category is Not forecasted, Pipeline, Best case, Commit or Closed won, in its API OMIT … CLOSED;
 * Salesforce’s is Omitted, Pipeline, Best Case, Commit or Closed, in its API BestCase. Source: HubSpot’s property hs_manual_forecast_category; Salesforce Help, “Customize Forecast Categories”.
 */
const CALLED: ReadonlyMap<string, Forecast> = new Map([
  ...FORECASTS.map(one => [one, one] as const),
  ...(['not_forecasted', 'omit'] as const).map(name => [name, 'omitted'] as const),
  ['bestcase', 'best_case'] as const,
]);

/** What both systems set by themselves when a deal is won. */
const CLOSED: ReadonlySet<string> = new Set(['closed', 'closed_won']);

/**
 * How sure a cell says that a deal is: `nothing` where it only repeats that the deal is over, since a deal that is reopened would be left out of sums by it then;
 * undefined where it is none that is known.
 */
export function forecastNamed(cell: string, status: RowStanding['status']): Forecast | 'nothing' | undefined {
  const name = cell.toLowerCase().replace(/[ _-]+/g, '_');
  const forecast = CALLED.get(name);
  if (status === 'open') return forecast;
  return CLOSED.has(name) || (status === 'lost' && forecast === 'omitted') ? 'nothing' : forecast;
}
