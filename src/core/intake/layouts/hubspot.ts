import { become, stagesIn, type Layout } from './layout';

/** HubSpot: heads are the labels of the properties; the stage is its label or, by the API, its internal id. */
export const HUBSPOT: Layout = {
  kind: 'hubspot',
  name: 'HubSpot',
  marks: [
    ['dealname', 'dealstage'],
    ['dealname', 'dealowner', 'closedate'],
    ['dealname', 'pipeline', 'createdate'],
    ['hs_object_id', 'dealname'],
  ],
  columns: become({
    id: 'recordid dealid hsobjectid',
    title: 'dealname',
    stage: 'dealstage',
    pipeline: 'pipeline dealpipeline',
    value: 'amount',
    currency: 'currency dealcurrency dealcurrencycode',
    owner: 'dealowner hubspotowner',
    close_day: 'closedate',
    created: 'createdate createdat',
    account:
      'associatedcompany associatedcompanies associatedcompanyprimary associatedcompanynames companyname company primaryassociatedcompany',
    contact: 'associatedcontact associatedcontacts associatedcontactnames contactname',
    contact_email: 'associatedcontactemails associatedcontactemail contactemail email',
    next_step: 'nextstep hsnextstep',
    lost_reason: 'closedlostreason lostreason',
    notes: 'dealdescription description closedwonreason notes',
    probability: 'dealprobability hsdealstageprobability',
    source: 'leadsource originalsource originalsourcetype hsanalyticssource',
    is_won: 'isclosedwon hsisclosedwon',
    is_lost: 'isclosedlost',
    nothing: [
      'lastactivitydate lastcontacted lastmodifieddate associatedcompanyids associatedcompanyid associatedcontactids',
      'associatedcontactid associatednoteids associatednotes associateddealids weightedamount forecastamount isdealclosed',
      'isopencount numberoftimescontacted numberofsalesactivities numberofassociatedcontacts daystoclose',
      'amountincompanycurrency annualcontractvalue nextactivitydate lastmodified updateddate',
    ].join(' '),
  }),
  stages: stagesIn([
    ['appointmentscheduled', 'prospecting'],
    ['qualifiedtobuy', 'qualification'],
    ['presentationscheduled', 'needs-analysis'],
    ['decisionmakerboughtin', 'negotiation'],
    ['contractsent', 'closing'],
    ['closedwon', 'won'],
    ['closedlost', 'lost'],
  ]),
};
