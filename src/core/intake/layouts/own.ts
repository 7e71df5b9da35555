import { become, type Layout } from './layout';

/** Our own export: `list --csv`, and the JSON of `list --json`, a deal a line or all in one. */
export const OWN: Layout = {
  kind: 'deal-notes',
  name: 'Deal Notes',
  marks: [
    ['path', 'title', 'stage', 'status', 'daysinstage'],
    ['path', 'title', 'stage', 'status', 'contractvalue'],
  ],
  columns: {
    ...become({
      ...{ path: 'path', title: 'title', account: 'account', owner: 'owner', stage: 'stage' },
      ...{ status: 'status', value: 'amount value', currency: 'currency', probability: 'probability' },
      ...{ created: 'created', close_date: 'closedate', closed_on: 'closedon', source: 'source' },
      ...{ next_step: 'nextstep', next_step_on: 'nextstepon', on_hold_until: 'onholduntil' },
      ...{ lost_reason: 'lostreason', lost_note: 'lostnote', forecast: 'forecast' },
      ...{ value_period: 'valueperiod', term: 'term', contact_list: 'contacts', tag_list: 'tags' },
      ...{ check_list: 'checks', history_list: 'history', source_id: 'sourceid', as_written: 'aswritten' },
      nothing: 'daysinstage contractvalue absent lastactivity todos conflict fromgit',
    }),
  },
};
