import assert from 'node:assert/strict';
import { Importing } from './support/importing';

/** The headings and, of an open, a won and a lost deal, stage and status. */
const LANGUAGES = {
  German: [
    'Deal - ID,Deal - Titel,Deal - Besitzer,Deal - Wert,Deal - Währung von Wert,Deal - Organisation,Deal - Phase,Deal - Status,Deal - Deal erstellt,Deal - Erwartetes Abschlussdatum,Deal - Verlustgrund',
    'Angebot erstellt,Offen',
    'Verhandlungen begonnen,Gewonnen',
    'Kontakt hergestellt,Verloren',
  ],
  French: [
    'Affaire - ID,Affaire - Titre,Affaire - Propriétaire,Affaire - Valeur,Affaire - Devise de Valeur,Affaire - Organisation,Affaire - Étape,Affaire - Statut,Affaire - Affaire créée,Affaire - Date de clôture prévue,Affaire - Raison de la perte',
    'Proposition faite,Ouvert',
    'Négociations commencées,Gagné',
    'Contact établi,Perdu',
  ],
  Spanish: [
    'Trato - ID,Trato - Título,Trato - Propietario,Trato - Valor,Trato - Moneda de Valor,Trato - Organización,Trato - Etapa,Trato - Estado,Trato - Trato creado,Trato - Fecha de cierre prevista,Trato - Motivo de pérdida',
    'Propuesta realizada,Abierto',
    'Negociaciones iniciadas,Ganado',
    'Contacto realizado,Perdido',
  ],
} as const;

describe('an export from Pipedrive in another language', () => {
  const { English, ...others } = {
    English: [
      'Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Expected close date,Deal - Lost reason',
      'Proposal Made,Open',
      'Negotiations Started,Won',
      'Contact Made,Lost',
    ],
    ...LANGUAGES,
  } as const;

  async function dealsOf([heads, open, won, lost]: readonly [string, string, string, string]) {
    const into = new Importing();
    const rows = [
      `11,Scanner,Dana,48000,EUR,Acme,${open},2026-09-01 07:43:21,2026-12-18,`,
      `12,Globex,Dana,4000,USD,Globex,${won},2026-09-02 07:43:21,2026-10-18,`,
      `13,Hooli,Dana,4000,EUR,Hooli,${lost},2026-09-02 07:43:21,2026-10-18,too dear`,
    ];
    const { plan } = await into.take('deals.csv', [heads, ...rows].join('\n'));
    assert.equal(plan.proposed.layout?.name, 'Pipedrive');
    const keys = [...plan.proposed.mapping.columns.values()].filter(is => typeof is === 'object');
    assert.deepEqual(keys, []);
    return into.told;
  }

  for (const [language, table] of Object.entries(others))
    it(`makes the same deals as in English: ${language}`, async () =>
      assert.deepEqual(await dealsOf(table), await dealsOf(English)));
});
