import { become, stagesIn, type Layout } from './layout';

const ZOHO: Layout = {
  kind: 'zoho',
  name: 'Zoho CRM',
  marks: [
    ['dealname', 'closingdate'],
    ['record id', 'deal owner', 'stage'],
    ['dealname', 'accountname.id'],
  ],
  columns: become({
    id: 'recordid dealid',
    owner: 'dealowner',
    title: 'dealname',
    account: 'accountname companyname',
    contact: 'contactname',
    value: 'amount',
    currency: 'currency',
    stage: 'stage',
    close_day: 'closingdate',
    notes: 'description',
    created: 'createdtime',
    pipeline: 'pipeline',
    next_step: 'nextstep',
    lost_reason: 'reasonforloss reasonforlosss',
    source: 'leadsource',
    probability: 'probability',
    tags: 'tag',
    nothing: [
      'dealownerid accountnameid contactnameid createdbyid createdby modifiedbyid modifiedby modifiedtime',
      'lastactivitytime pipelineid expectedrevenue overallsalesduration salescycleduration changelogtime locked',
    ].join(' '),
  }),
  stages: stagesIn([
    ['qualification', 'qualification'],
    ['needsanalysis', 'needs-analysis'],
    ['valueproposition', 'needs-analysis'],
    ['identifydecisionmakers|iddecisionmakers', 'needs-analysis'],
    ['proposalpricequote', 'proposal'],
    ['negotiationreview', 'negotiation'],
    ['closedwon', 'won'],
    ['closedlost|closedlosttocompetition', 'lost'],
  ]),
};

const CLOSE: Layout = {
  kind: 'close',
  name: 'Close',
  marks: [
    ['lead_name', 'status_type'],
    ['lead_name', 'status', 'confidence'],
  ],
  columns: become({
    id: 'id opportunityid',
    account: 'leadname',
    status: 'statustype',
    stage: 'statuslabel status',
    probability: 'confidence',
    owner: 'username',
    value: 'value',
    currency: 'valuecurrency',
    value_period: 'valueperiod',
    notes: 'note',
    contact: 'contactname',
    created: 'datecreated',
    won_on: 'datewon',
    lost_on: 'datelost',
    nothing: 'dateupdated leadid userid statusid contactid organizationid createdby updatedby valueformatted',
  }),
};

const ODOO: Layout = {
  kind: 'odoo',
  name: 'Odoo',
  marks: [
    ['opportunity', 'expectedrevenue'],
    ['expected revenue', 'salesperson', 'stage'],
    ['expected_revenue', 'stage_id/id'],
    ['expected_revenue', 'stage_id'],
  ],
  columns: become({
    id: 'id externalid',
    title: 'opportunity name',
    value: 'expectedrevenue',
    stage: 'stage stageid stageidname',
    owner: 'salesperson userid useridname',
    close_day: 'expectedclosing datedeadline',
    account: 'customer partnerid partneridname companyname partnername',
    contact: 'contactname',
    contact_email: 'email emailfrom customeremail',
    contact_phone: 'phone',
    created: 'createdon createdate',
    status: 'wonstatus',
    is_won: 'iswon stageiswon stageiswonstage stageidiswon',
    closed_on: 'closeddate dateclosed',
    lost_reason: 'lostreason lostreasonid',
    is_active: 'active',
    tags: 'tags tagids',
    source: 'source sourceid',
    notes: 'notes description',
    nothing: 'partneridid stageidid useridid probability lastupdatedon writedate activities myactivities',
  }),
  stages: stagesIn([
    ['new', 'lead-generation'],
    ['qualified', 'qualification'],
    ['proposition', 'proposal'],
    ['won', 'won'],
  ]),
};

const ESPOCRM: Layout = {
  kind: 'espocrm',
  name: 'EspoCRM',
  marks: [
    ['amountcurrency', 'assignedusername'],
    ['accountname', 'laststage', 'stage'],
  ],
  columns: become({
    ...{ id: 'id', title: 'name', value: 'amount', currency: 'amountcurrency', stage: 'stage' },
    ...{ last_stage: 'laststage', probability: 'probability', close_day: 'closedate', source: 'leadsource' },
    ...{ account: 'accountname', owner: 'assignedusername', created: 'createdat', notes: 'description' },
    ...{ contact: 'contactname', next_step: 'nextstep', is_deleted: 'deleted' },
    nothing: [
      'accountid assigneduserid amountconverted amountweightedconverted createdbyid createdbyname modifiedat',
      'modifiedbyid modifiedbyname contactid contactsids contactsnames campaignid teamsids teamsnames',
    ].join(' '),
  }),
  stages: stagesIn([
    ['prospecting', 'prospecting'],
    ['qualification', 'qualification'],
    ['proposal', 'proposal'],
    ['negotiation', 'negotiation'],
    ['closedwon', 'won'],
    ['closedlost', 'lost'],
  ]),
};

const COPPER: Layout = {
  kind: 'copper',
  name: 'Copper',
  marks: [
    ['pipelinestagename', 'name'],
    ['pipelinestage', 'primarycontact', 'name'],
    ['lossreasonname', 'name'],
  ],
  columns: become({
    id: 'id opportunityid copperid',
    title: 'name opportunityname',
    account: 'companyname company',
    contact: 'primarycontact',
    pipeline: 'pipelinename pipeline',
    stage: 'pipelinestagename pipelinestage stage',
    status: 'status',
    lost_reason: 'lossreasonname lossreason',
    value: 'value monetaryvalue',
    currency: 'currency',
    close_day: 'closedate',
    owner: 'ownedby assignee assignedto',
    created: 'createdat createddate',
    tags: 'tags',
    source: 'source',
    notes: 'details description',
    probability: 'winprobability',
    nothing: 'ownerid updatedat lastcontacted inactivedays daysinstage interactioncount lateststagechange',
  }),
};

const ATTIO: Layout = {
  kind: 'attio',
  name: 'Attio',
  marks: [
    ['dealstage', 'dealvalue'],
    ['dealstage', 'associatedpeople'],
  ],
  columns: become({
    ...{ id: 'recordid', title: 'name dealname', stage: 'dealstage', owner: 'dealowner' },
    ...{ value: 'dealvalue', contact: 'associatedpeople', account: 'associatedcompany' },
    ...{ created: 'createdat', close_day: 'closedate', nothing: 'createdby' },
  }),
  stages: stagesIn([
    ['lead', 'lead-generation'],
    ['inprogress', 'qualification'],
    ['won', 'won'],
    ['lost', 'lost'],
  ]),
};

const MONDAY: Layout = {
  kind: 'monday',
  name: 'monday',
  marks: [
    ['item id (auto generated)', 'name'],
    ['name', 'subitems', 'person'],
  ],
  columns: become({
    ...{ id: 'itemidautogenerated', title: 'name', owner: 'person owner', stage: 'stage dealstage status' },
    ...{
      value: 'dealvalue value',
      close_day: 'expectedclosedate closedate date',
      account: 'accounts account',
    },
    ...{ contact: 'contacts contact', probability: 'closeprobability' },
    nothing: 'subitems lastupdated creationlog forecastvalue',
  }),
};

/** The systems of which one table of heads says all. */
export const OTHERS: readonly Layout[] = [ZOHO, CLOSE, ODOO, ESPOCRM, COPPER, ATTIO, MONDAY];
