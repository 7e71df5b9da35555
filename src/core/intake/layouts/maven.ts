import { become, stagesIn, type Layout } from './layout';

/** The table of opportunities in Maven Analytics' "CRM sales opportunities", which people learn with. */
export const MAVEN: Layout = {
  kind: 'maven',
  name: 'Maven “CRM sales opportunities”',
  marks: [['opportunity_id', 'sales_agent', 'deal_stage', 'close_value']],
  columns: become({
    ...{ id: 'opportunityid', owner: 'salesagent', product: 'product', account: 'account' },
    ...{ stage: 'dealstage', created: 'engagedate', close_day: 'closedate', value: 'closevalue' },
  }),
  stages: stagesIn([
    ['prospecting', 'prospecting'],
    ['engaging', 'qualification'],
    ['won', 'won'],
    ['lost', 'lost'],
  ]),
};
