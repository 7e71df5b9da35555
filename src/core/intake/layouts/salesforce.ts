import { become, stagesIn, type Layout } from './layout';

/** Salesforce: reports with labels and a footer, exports of the API with field names. Each amount may have its currency before it. */
export const SALESFORCE: Layout = {
  kind: 'salesforce',
  name: 'Salesforce',
  marks: [
    ['opportunityname', 'stage'],
    ['opportunityname', 'closedate'],
    ['stagename', 'name', 'closedate'],
  ],
  columns: become({
    id: 'opportunityid id',
    title: 'opportunityname name',
    account: 'accountname',
    owner: 'opportunityowner ownername owner',
    stage: 'stage stagename',
    value: 'amount totalamount',
    currency: 'amountcurrency totalamountcurrency currencyisocode opportunitycurrency',
    probability: 'probability',
    forecast: 'forecastcategory forecastcategoryname',
    close_day: 'closedate',
    created: 'createddate',
    next_step: 'nextstep opportunitynextsteps nextsteps',
    source: 'leadsource',
    lost_reason: 'lossreason lostreason closedlostreason reasonlost',
    notes: 'description',
    contact: 'primarycontact contactname',
    is_won: 'iswon won',
    is_deleted: 'isdeleted deleted',
    nothing: [
      'age fiscalperiod fiscalquarter fiscalyear fiscal expectedrevenue expectedrevenuecurrency',
      'isclosed closed accountid isprivate totalopportunityquantity ownerid createdbyid',
      'lastmodifieddate lastmodifiedbyid systemmodstamp lastactivitydate campaignid pricebook2id hasopportunitylineitem',
      'lastvieweddate lastreferenceddate recordtypeid stageduration ownerrole contactid',
    ].join(' '),
  }),
  stages: stagesIn([
    ['prospecting', 'prospecting'],
    ['qualification', 'qualification'],
    ['needsanalysis', 'needs-analysis'],
    ['valueproposition', 'needs-analysis'],
    ['iddecisionmakers|identifydecisionmakers', 'needs-analysis'],
    ['perceptionanalysis', 'proposal'],
    ['proposalpricequote', 'proposal'],
    ['negotiationreview', 'negotiation'],
    ['closedwon', 'won'],
    ['closedlost', 'lost'],
  ]),
};

/**
 * Salesforce's report “Opportunity History”: a row for each change, the newest first or last. Source of the heads: the report's usual
 * labels, not a confirmed file.
 */
export const SALESFORCE_HISTORY: Layout = {
  kind: 'salesforce',
  name: 'Salesforce (Opportunity History)',
  marks: [['opportunityname', 'fromstage', 'tostage']],
  columns: {
    ...SALESFORCE.columns,
    ...become({
      stage: 'tostage',
      stage_entered: 'lastmodified lastmodifieddate stagechangedate editdate',
      last_stage: 'fromstage',
      nothing: 'lastmodifiedby stage',
    }),
  },
  stages: SALESFORCE.stages!,
};
