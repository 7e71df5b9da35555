import { become, stagesIn, type Layout } from './layout';

/** Pipedrive: heads begin with `Deal - `; the outcome has a column of its own, and the stage is the last one. */
export const PIPEDRIVE: Layout = {
  kind: 'pipedrive',
  name: 'Pipedrive',
  marks: [
    ['deal - title'],
    ['deal - stage', 'deal - status'],
    ['deal - titel'],
    ['deal - phase', 'deal - status'],
    ['affaire - titre'],
    ['affaire - etape', 'affaire - statut'],
    ['trato - titulo'],
    ['negocio - titulo'],
    ['trato - etapa', 'trato - estado'],
    ['negocio - etapa', 'negocio - estado'],
    ['title', 'organization', 'contactperson', 'stage'],
  ],
  columns: become({
    id: 'id pipedrivesystemid',
    title: 'title titel titre titulo',
    owner: 'owner besitzer inhaber proprietaire propietario',
    value: 'value wert valeur valor',
    currency:
      'currencyofvalue currency wahrungvonwert wahrungdeswertes wahrung devisedevaleur devisedelavaleur devise monedadevalor monedadelvalor moneda',
    probability: 'probability wahrscheinlichkeit probabilite probabilidad',
    account: 'organization organizationname organisation organizacion',
    contact: 'contactperson personname kontaktperson personneacontacter personnedecontact personadecontacto',
    contact_email: 'personemailwork personemail personemailhome',
    contact_phone: 'personphonework personphone personphonemobile',
    pipeline: 'pipeline',
    stage: 'stage stagepipeline phase etape etapa',
    tags: 'label etiquette etiqueta',
    status: 'status statut estado',
    created: 'dealcreated creationdate addtime dealerstellt affairecreee tratocreado negociocreado',
    stage_entered:
      'laststagechange letztephasenanderung letzteanderungderphase dernierchangementdetape ultimocambiodeetapa',
    won_on:
      'wontime gewonnenam gewonnenum zeitpunktgewonnen gagneele gagnele dategagnee fechadeganado ganadoel',
    lost_on:
      'losttime verlorenam verlorenum zeitpunktverloren perdueele perduele perdule dateperdue fechadeperdido perdidoel',
    closed_on:
      'dealclosedon closedon dealabgeschlossenam dealgeschlossenam affaireclotureele affairefermeele tratocerradoel negociocerradoel',
    lost_reason:
      'lostreason verlustgrund grundfurverlust raisondelaperte motifdelaperte raisondeperte motivodeperdida razondeperdida motivodelaperdida',
    close_date:
      'expectedclosedate erwartetesabschlussdatum voraussichtlichesabschlussdatum datedeclotureprevue fechadecierreprevista fechadecierreesperada fechaprevistadecierre',
    next_step_on: 'nextactivitydate',
    source: 'sourcechannel',
    product: 'productname',
    notes: 'notecontent',
    nothing: [
      'creator weightedvalue currencyofweightedvalue organizationid contactpersonid updatetime lastactivitydate',
      'lastemailreceived lastemailsent visibleto totalactivities doneactivities activitiestodo emailmessagescount',
      'productquantity productamount sourceorigin archivestatus sequenceenrollment',
    ].join(' '),
  }),
  stages: stagesIn([
    ['qualified|qualifiziert|qualifie|calificado|cualificado', 'lead-generation'],
    [
      'contactmade|kontaktaufgenommen|kontakthergestellt|contactetabli|prisdecontact|contactorealizado|contactoestablecido',
      'prospecting',
    ],
    [
      'demoscheduled|meetingscheduled|demogeplant|demovereinbart|demoprogrammee|demoplanifiee|demoprogramada',
      'needs-analysis',
    ],
    [
      'proposalmade|angeboterstellt|angebotgemacht|propositionfaite|propositioneffectuee|propuestarealizada|propuestapresentada',
      'proposal',
    ],
    [
      'negotiationsstarted|verhandlungenbegonnen|verhandlungengestartet|negociationscommencees|negociationsentamees|negociacionesiniciadas|negociacionescomenzadas',
      'negotiation',
    ],
  ]),
};
