// Takes pictures of the funnel page by itself: `node out/browser/sheetPictures.js <folder for the pictures> [theme] [width] [selector]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refreshSample } from '../../src/core/sample';
import { localDay } from '../../src/core/calendar';
import { toEntry } from '../../src/files/disk/loadDisk';
import { listFiles, readText } from '../../src/files/disk/disk';
import { loadProcess } from '../../src/files/disk/loadDisk';
import { Pipeline } from '../../src/core/pipeline/pipeline';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelSheet';
import { launchChrome } from '../launch/chrome.mjs';
import { openSheetPage } from './support/sheetPage';
import type { ThemeName } from './support/themeColours';

const [target = 'out/artifacts/sheet', theme = 'dark', width = '1100', part] = process.argv.slice(2);
const SAMPLE = join('media', 'sample-pipeline', 'deals');

void takePicture().then(() => process.exit(0));

async function takePicture(): Promise<void> {
  const today = localDay(new Date());
  const pipeline = new Pipeline(loadProcess(SAMPLE).process);
  for (const files of listFiles(SAMPLE)) {
    for (const file of files) {
      const read = 'problem' in file ? file : readText(SAMPLE, file.path);
      const fresh = 'text' in read ? { ...read, text: refreshSample(read.text, today) } : read;
      pipeline.set(toEntry(fresh, pipeline.process));
    }
  }
  const browser = await launchChrome();
  const page = await browser.newPage({ viewport: { width: Number(width), height: 900 } });
  page.on('console', message => console.log(message.text()));
  page.on('pageerror', error => console.log(error));
  const sheetPage = await openSheetPage(page, theme as ThemeName);
  const sheet = funnelSheet(pipeline, EVERYTHING, today);
  await sheetPage.show({
    type: 'show',
    pipelines: [{ id: 'file:///deals', name: 'deals' }],
    chosen: 'file:///deals',
    content: { kind: 'sheet', sheet },
  });
  await page.locator('#reconciliation').waitFor();
  await mkdir(target, { recursive: true });
  const name = ['sheet', theme, width, part?.replace(/\W+/g, '')].filter(Boolean).join('-');
  const path = join(target, `${name}.png`);
  await (part ? page.locator(part).screenshot({ path }) : page.screenshot({ path, fullPage: true }));
  await browser.close();
}
