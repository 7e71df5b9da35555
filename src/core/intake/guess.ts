import { FIELDS, rowOf } from '../fields/table';
import { foldHead } from './heads';
import { become } from './layouts/layout';
import { isTargetName, type ColumnTarget } from './target';

/** What heads mean that many systems and many people write. Of several for one target the first column is it. */
const WORDS = become({
  id: 'id recordid dealid opportunityid externalid uuid guid',
  title: [
    'title name dealname opportunity opportunityname deal dealtitle subject projectname project topic',
    'titel betreff dealtitel titre nom affaire titulo nombre oportunidad tehingunimi',
    'verkaufschance verkaufschancenname namederverkaufschance nomdelaffaire nomdelatransaction nomdelopportunite opportunite',
    'nombredelnegocio nombredelaoportunidad negocio',
  ].join(' '),
  account: [
    'account accountname company companyname customer customername client organization organisation organizationname lead leadname',
    'firma kunde unternehmen organisation client entreprise societe empresa cliente cuenta',
    'firmenname kundenname unternehmensname nomducompte nomduclient nomdelentreprise nomdelasociete nombredelaempresa nombredelacuenta',
  ].join(' '),
  owner: [
    'owner dealowner salesrep salesagent salesperson rep assignedto assignee accountowner responsible responsibleperson user username',
    'besitzer verantwortlich verantwortlicher vertriebsmitarbeiter inhaber proprietaire responsable commercial propietario',
    'zustandig zustandiger zustandigermitarbeiter proprietairedelaffaire proprietairedelatransaction propietariodelnegocio vendedor',
  ].join(' '),
  stage: [
    'stage dealstage salesstage pipelinestage stagename step phase funnelstage',
    'etape fase etapa etapp verkaufsphase vertriebsphase stufe',
    'dealphase phasedelatransaction etapedelaffaire etapadelnegocio etapadelaoportunidad',
  ].join(' '),
  status: [
    'status dealstatus state outcome result statustype etat estado wonstatus winstatus',
    'wonlost lostwon winloss wonorlost wonlostopen openwonlost gewonnenverloren gagneperdu ganadoperdido',
  ].join(' '),
  is_won: 'iswon isclosedwon',
  is_lost: 'islost isclosedlost',
  value: [
    'value amount dealvalue dealamount dealsize price revenue total totalamount closevalue expectedvalue estimatedvalue arr acv tcv',
    'wert betrag auftragswert umsatz valeur montant valor importe',
  ].join(' '),
  currency: 'currency currencycode waehrung wahrung devise moneda',
  value_period: 'valueperiod billingperiod billingfrequency',
  probability: 'probability winprobability prob confidence wahrscheinlichkeit probabilite probabilidad',
  close_day: [
    'closedate closingdate dateclosed expectedclosedate expectedclose targetdate duedate closeson estimatedclosedate',
    'abschlussdatum datedecloture fechadecierre',
    'erwartetesabschlussdatum voraussichtlichesabschlussdatum datedefermeture datedeclotureprevue fechadecierreprevista',
  ].join(' '),
  created: [
    'created createddate createdate createdat createdon createdtime datecreated creationdate opendate startdate engagedate addtime',
    'erstellt erstelltam erstelldatum datedecreation fechadecreacion',
  ].join(' '),
  won_on: 'wontime datewon wondate wonon',
  lost_on: 'losttime datelost lostdate loston',
  lost_reason: 'lostreason lossreason reasonlost reasonforloss closedlostreason verlustgrund raisondeperte',
  next_step: 'nextstep nextsteps nextaction nachsterschritt prochaineetape proximopaso',
  next_step_on: 'nextstepdate nextstepon nextstepdue nextactiondate nextactivitydate followupdate',
  source: 'source leadsource dealsource channel quelle herkunft origine origen',
  contact:
    'contact contactname contactperson primarycontact person personname ansprechpartner kontakt contacto',
  contact_email: 'email contactemail emailaddress mail',
  contact_phone: 'phone contactphone telephone phonenumber telefon',
  product: 'product productname item service produkt produit producto',
  pipeline: 'pipeline pipelinename',
  notes:
    'note notes description comment comments details remarks notizen beschreibung bemerkung kommentar remarques notas',
  tags: 'tags tag label labels',
  last_stage: 'laststage previousstage',
  stage_entered:
    'laststagechange stageentered stagechanged dateenteredstage enteredstage stageentereddate enteredstageon stagedate stageon stagesince phasedatum',
  nothing: 'dateleftstage leftstage',
});

const BY_FIELD: Readonly<Record<string, ColumnTarget>> = Object.fromEntries(
  FIELDS.flatMap(field =>
    isTargetName(field)
      ? [field, ...(rowOf(field).alsoCalled ?? [])].map(name => [foldHead(name), field] as const)
      : [],
  ),
);

/** What a column probably is by its head alone; nothing where that says nothing. */
export function guessByHead(head: string): ColumnTarget | undefined {
  const folded = foldHead(head);
  if (Object.hasOwn(WORDS, folded)) return WORDS[folded];
  return Object.hasOwn(BY_FIELD, folded) ? BY_FIELD[folded] : undefined;
}

/** `Date entered "Demo (Sales Pipeline)"`, `hs_v2_date_entered_122178070`, `Entered Proposal on`: the stage that is meant. */
export function stageEnteredIn(head: string): string | undefined {
  const named =
    /^\s*(?:date|time|day)\s+entered\s+(?:stage\s+)?["'“”„‘’]?(.+?)["'“”‘’]?\s*$/iu.exec(head)?.[1] ??
    /^hs_(?:v2_)?date_entered_(.+)$/i.exec(head)?.[1];
  // In a table with a row for each stage, it is the day of the row's.
  if (named === undefined || /^stage$/i.test(named)) return undefined;
  // The name of the pipeline stands in brackets.
  return named.replace(/\s*\([^()]*\)\s*["'“”‘’]?\s*$/u, '').trim() || undefined;
}
