import { isCurrencyCode } from '../../money';
import { rowOf, type Field, type Kind } from '../../fields/table';
import { FORECASTS, findStage, normaliseName, type Process } from '../../process/process';
import { nearStages } from '../../process/meantStages';
import { isTerm } from '../../recurring';
import { suggestions } from '../../suggest';
import { meantCurrencies } from '../problems/meantCurrencies';
import { periodNamed } from '../saidPeriod';
import { meantStatuses, STATUS_NAMES } from '../statusNames';

/** A day is said in few words. */
const LONGEST_DAY = 30;

/**
 * Whether a value could stand behind a key of ours, well or badly. `state: CA` is no misspelt `stage`, and `sources: [a, b]`
 * no `source`.
 */
export function fits(value: unknown, field: Field, process: Process): boolean {
  return FITS[rowOf(field).kind](value, process);
}

type Fit = (value: unknown, process: Process) => boolean;

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';
const isNumber = (value: unknown) => typeof value === 'number' || (isText(value) && /\d/.test(String(value)));
const isDay = (value: unknown) => isText(value) && String(value).length <= LONGEST_DAY;
const isGroup = (value: unknown) => typeof value === 'object' && value !== null;

const FITS: { readonly [K in Kind]: Fit } = {
  text: isText,
  name: isText,
  reason: isText,
  remark: isText,
  stage: (value, process) =>
    typeof value === 'string' &&
    (findStage(process, value) !== undefined || nearStages(value, process).length > 0),
  status: isStatus,
  amount: isNumber,
  currency: value =>
    typeof value === 'string' &&
    (isCurrencyCode(value.trim().toUpperCase()) || meantCurrencies(value).length > 0),
  period: value => typeof value === 'string' && periodNamed(value) !== undefined,
  term: isTerm,
  percent: isNumber,
  forecast: value =>
    typeof value === 'string' && suggestions(normaliseName(value).replaceAll(' ', '_'), FORECASTS).length > 0,
  day: isDay,
  pastDay: isDay,
  contact: value => typeof value === 'string' || isGroup(value),
  tag: value => typeof value === 'string' || Array.isArray(value),
  check: value => typeof value === 'string' || Array.isArray(value),
  event: Array.isArray,
};

function isStatus(value: unknown): boolean {
  return (
    typeof value === 'string' && (STATUS_NAMES.has(normaliseName(value)) || meantStatuses(value).length > 0)
  );
}
