import { foldHead } from '../heads';

/** What a table from elsewhere has that belongs to deals, and is none itself. */
export const BESIDE_KINDS = ['activities', 'people', 'accounts', 'moves'] as const;
export type BesideKind = (typeof BESIDE_KINDS)[number];

/** What a column of such a table is. */
export type BesideTarget =
  /** Which deal is meant: its id, or its title, with the account where several have that title. */
  | 'deal_id'
  | 'deal'
  | 'account'
  /** The row's own id in the other system. */
  | 'id'
  /** Of an activity. */
  | 'on'
  | 'kind'
  | 'subject'
  | 'text'
  | 'done'
  /** Of a person. */
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'email'
  | 'phone'
  | 'role'
  /** Of a change: the field, and what it was before and then. */
  | 'field'
  | 'old'
  | 'new';

/** How rows say to which deals they belong. */
const REFS = {
  deal_id: 'dealid associateddealids associateddealid opportunityid parentidid relatedtoid whatid',
  deal: 'deal dealname dealtitle associateddeal associateddeals associateddealnames opportunity opportunityname parentid relatedto',
  account:
    'company companyname associatedcompany organization organizationname organisation account accountname companyaccount',
};

/** What heads mean, as `foldBeside` makes them; of several for one target the first that is there counts, save for texts. */
const HEADS: Readonly<Record<BesideKind, Partial<Record<BesideTarget, string>>>> = {
  activities: {
    ...REFS,
    id: 'id recordid activityid noteid callid hsobjectid systemid',
    on: [
      'activitydate hstimestamp starttime meetingstarttime startdatetime activitydatetime duedate date callstarttime',
      'addtime notedate createdate createdtime createddate createdat created datecreated createdon markedasdonetime hscreatedate',
    ].join(' '),
    kind: 'type activitytype tasktype tasksubtype calltype engagementtype hsengagementtype kind',
    subject: [
      'subject title calltitle emailsubject meetingname meetingtitle tasktitle taskname notetitle hscalltitle hsemailsubject',
      'hsmeetingtitle hstasksubject',
    ].join(' '),
    text: [
      'note notes body content text message description notebody notecontent callnotes callbody emailbody meetingdescription',
      'internalmeetingnotes comments fullcomments hsnotebody hscallbody hsemailtext hsmeetingbody hstaskbody tasknotes taskbody',
      'publicdescription',
    ].join(' '),
    done: 'done status taskstatus activitystatus callstatus isclosed completed',
  },
  people: {
    ...REFS,
    account: `${REFS.account} primaryassociatedcompany associatedcompanies associatedcompanyprimary companies`,
    id: 'recordid contactid personid id',
    name: 'name fullname contactname personname contact',
    first_name: 'firstname',
    last_name: 'lastname surname',
    email: 'email emailaddress emailwork workemail contactemail personemail emailhome emailother mail',
    phone:
      'phone phonenumber phonework workphone mobile mobilephone mobilephonenumber phonemobile contactphone',
    role: 'jobtitle title contactrole role position function',
  },
  moves: {
    deal_id: 'dealid opportunityid objectid recordid hsobjectid',
    deal: 'deal dealname opportunity opportunityname recordname objectname',
    account: REFS.account,
    on: 'editdate timestamp changedate datechanged changedat changedon createddate date createdat datemodified lastmodified',
    field: 'field fieldevent fieldname property propertyname',
    old: 'oldvalue previousvalue from',
    new: 'newvalue value stagename to',
  },
  accounts: {
    ...REFS,
    account: 'companyname organizationname accountname name company organization organisation account',
    id: 'recordid companyid organizationid accountid id',
  },
};

/** Which kinds of activities heads are about, where no column says it. */
const KINDS: readonly (readonly [kind: string, heads: RegExp])[] = [
  ['call', /^(?:hs)?call(?:title|notes|body|type|duration)/],
  ['mail', /^(?:hs)?email(?:subject|body|text)/],
  ['meeting', /^(?:hs)?meeting(?:name|title|starttime|body)/],
  ['task', /^(?:hs)?task(?:title|name|subject|body|status)/],
  ['note', /^(?:hs)?note(?:title|body|content|date)|^content$/],
];

/** What is exported before the name of a field: `Activity - Due date`. */
const ENTITY = /^(?:activity|note|call|email|meeting|task) - /i;
const PERSON = /^(?:person|contact) - /i;

/** Alike for heads that differ only in case, blanks and signs, and in the name of what the row is before them. Those of deals keep theirs. */
export function foldBeside(head: string): string {
  const own = head
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(ENTITY, '')
    .replace(PERSON, '');
  const of = /^(?:deal|deals|opportunity) - /i.test(own) ? 'deal' : '';
  const folded = foldHead(own);
  return of && folded !== 'deal' ? of + folded : folded;
}

const ALL: ReadonlySet<string> = new Set(
  Object.values(HEADS).flatMap(heads => Object.values(heads).flatMap(words => words.split(' '))),
);

/** Whether a head means something in one of these tables. */
export function isBesideHead(head: string): boolean {
  return ALL.has(foldBeside(head));
}

/** By the target the places of its columns, from 0: one, or several of texts. */
export type BesideColumns = ReadonlyMap<BesideTarget, readonly number[]>;

/** What a column of a table of a kind may be. */
export function besideTargets(kind: BesideKind): readonly BesideTarget[] {
  return Object.keys(HEADS[kind]) as BesideTarget[];
}

/** What the columns of a table of a kind are. */
export function besideColumns(kind: BesideKind, heads: readonly string[]): BesideColumns {
  const folded = heads.map(foldBeside);
  const columns = new Map<BesideTarget, readonly number[]>();
  for (const [target, words] of Object.entries(HEADS[kind])) {
    const places = words.split(' ').flatMap(word => {
      const at = folded.indexOf(word);
      return at < 0 ? [] : [at];
    });
    const counted = target === 'text' ? places.toSorted((a, b) => a - b) : places.slice(0, 1);
    if (counted.length) columns.set(target as BesideTarget, counted);
  }
  return columns;
}

/** What only deals have. */
const OF_DEALS =
  /^(?:deal)?(?:stage|stagename|dealstage|amount|value|currency|closedate|closingdate|probability|pipeline)$/;
/** What only activities have. */
const OF_ACTIVITIES =
  /^(?:activitydate|activitytype|subject|duedate|content|hs(?:timestamp|notebody|callbody|emailtext|meetingbody|taskbody)|(?:call|email|meeting|task|note)(?:title|body|notes|name|subject|type|content|status)|(?:full)?comments|whatid)$/;

/** A deal has either: what has neither is none. */
const OUTCOME = /^(?:deal)?status$|^(?:is)?(?:won|lost)|^outcome$/;
/** What only companies have. */
const OF_ACCOUNTS =
  /^(?:company|organi[sz]ation|account)(?:name|domainname|domain|owner|id)$|^numberofemployees$/;

/** What a table with such heads has, if that is no deals. */
export function besideKind(heads: readonly string[]): BesideKind | undefined {
  const folded = heads.map(foldBeside);
  const isAny = (is: RegExp) => folded.some(head => is.test(head));
  if (isOfMoves(heads)) return 'moves';
  if (heads.filter(head => ENTITY.test(head)).length < 2 && isAny(OF_DEALS)) return undefined;
  const isOf = (kind: BesideKind) => {
    const columns = besideColumns(kind, heads);
    return (...targets: BesideTarget[]) => targets.some(target => columns.has(target));
  };
  const activity = isOf('activities');
  const isActivity = heads.some(head => ENTITY.test(head)) || isAny(OF_ACTIVITIES);
  const isHappened = activity('deal_id', 'deal') && activity('on') && activity('subject', 'text');
  if (isHappened && (isActivity || !isAny(OUTCOME))) return 'activities';
  if (isAny(OUTCOME)) return undefined;
  const person = isOf('people');
  const isSomebody = person('email', 'last_name') || (person('name') && person('phone', 'role'));
  if (isSomebody && person('deal_id', 'deal', 'account')) return 'people';
  const account = isOf('accounts');
  return account('deal_id', 'deal') && account('account') && isAny(OF_ACCOUNTS) ? 'accounts' : undefined;
}

/** A change of a field in each row; or, as Salesforce keeps them, of the stage, without the name of the deal. */
function isOfMoves(heads: readonly string[]): boolean {
  const columns = besideColumns('moves', heads);
  const folded = heads.map(foldBeside);
  const isChange = columns.has('field')
    ? columns.has('new')
    : folded.includes('oldvalue') && folded.includes('newvalue');
  const isHistory = ['opportunityid', 'stagename', 'createddate'].every(one => folded.includes(one));
  const isNamed = columns.has('deal_id') || columns.has('deal');
  return (
    isNamed &&
    columns.has('on') &&
    (isChange || (isHistory && !folded.includes('name') && !columns.has('deal')))
  );
}

/** What the heads say of the kind of all activities in a table. */
export function activityKindIn(heads: readonly string[]): string | undefined {
  const folded = heads.map(foldBeside);
  const kinds = KINDS.filter(([, is]) => folded.some(head => is.test(head)));
  return kinds.length === 1 ? kinds[0]![0] : undefined;
}

const IN_NAMES: readonly (readonly [kind: string, word: RegExp])[] = [
  ['note', /\bnotes?\b/i],
  ['call', /\bcalls?\b/i],
  ['mail', /\be?-?mails?\b/i],
  ['meeting', /\bmeetings?\b/i],
  ['task', /\btasks?\b/i],
];

/** The same of the name of a file: `hubspot-crm-exports-all-calls`. */
export function activityKindNamed(fileName: string): string | undefined {
  const words = fileName.replace(/[^\p{L}]+/gu, ' ');
  const kinds = IN_NAMES.filter(([, word]) => word.test(words));
  return kinds.length === 1 ? kinds[0]![0] : undefined;
}

/** A system whose exports of this sort are known, and the heads that only it writes. */
export interface BesideSystem {
  /** What `source_id` begins with. */
  readonly kind: string;
  readonly name: string;
  readonly marks: RegExp;
}

const SYSTEMS: readonly BesideSystem[] = [
  {
    kind: 'hubspot',
    name: 'HubSpot',
    marks:
      /^(?:associated (?:deal|contact|compan)|hs_|activity assigned to|contact owner|company owner|company domain name|property(?: name)?$)/i,
  },
  {
    kind: 'salesforce',
    name: 'Salesforce',
    marks:
      /^(?:whatid|whoid|opportunityid|company ?\/ ?account|full comments|opportunity|field ?\/ ?event)$/i,
  },
  {
    kind: 'zoho',
    name: 'Zoho CRM',
    marks: /^(?:note owner|note content|parent id(?:\.id)?|related to(?:\.id)?)$/i,
  },
  {
    kind: 'pipedrive',
    name: 'Pipedrive',
    marks: /^(?:(?:activity|note|person) - .*|add time|marked as done time|assigned to user)$/i,
  },
];

/** The system that writes such heads; nothing where none is known by them. */
export function besideSystem(heads: readonly string[]): BesideSystem | undefined {
  return SYSTEMS.find(({ marks }) => heads.some(head => marks.test(head.trim())));
}
