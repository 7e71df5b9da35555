// How long Find Deal takes to answer what is typed: each of a few texts, the median. Above half a second, typing is held up.
import { Search } from '../../src/core/pipeline/search';
import { line, median } from './support/measure';

const TEXTS = [
  'Renewal | Acme Corp | Zoë Łukasz | zoe@acme.example | hardware | dana | Proposal',
  'Warehouse scanners | Østberg | ines | Negotiation',
  'Acme, warehouse | Nordwind | Proposal',
  'Сканеры для склада | Ромашка | Won',
];
const TYPED = ['a', 'acme', 'acme ware', 'warehose scaners 77'];

async function main(): Promise<void> {
  for (const count of [1000, 10_000]) {
    const search = new Search(Array.from({ length: count }, (_, at) => `${TEXTS[at % 4]} ${at}`));
    console.log(`${count} deals in Find Deal`);
    for (const typed of TYPED) console.log(line(`  “${typed}”`, await median(() => search.find(typed))));
  }
}

void main();
