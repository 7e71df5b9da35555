// Takes pictures of the funnel page by itself: `node out/page/pictures.js <folder for the pictures> [theme] [width] [tab] [selector]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { localDay } from '../../src/core/calendar';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import type { Tab } from '../../src/shared/tabs';
import { launchChrome } from '../launch/chrome.mjs';
import { sampleChanges } from './support/sampleChanges';
import { samplePipeline } from './support/samplePipeline';
import { runScript } from './support/script';
import { openSheetPage } from './support/sheetPage';
import type { ThemeName } from './support/themeColours';

const [target = 'out/artifacts/sheet', theme = 'dark', width = '1100', tab = 'today', part] =
  process.argv.slice(2);

runScript(takePicture);

async function takePicture(): Promise<void> {
  const today = localDay(new Date());
  const pipeline = samplePipeline(today);
  const browser = await launchChrome();
  const page = await browser.newPage({ viewport: { width: Number(width), height: 900 } });
  page.on('console', message => console.log(message.text()));
  page.on('pageerror', error => console.log(error));
  const sheetPage = await openSheetPage(page, theme as ThemeName, { tab: tab as Tab });
  const sheet = funnelSheet(pipeline, EVERYTHING, today);
  await sheetPage.showSheet(sheet);
  await sheetPage.showChanges(sampleChanges(pipeline, today));
  await mkdir(target, { recursive: true });
  const name = [tab, theme, width, part?.replace(/\W+/g, '')].filter(Boolean).join('-');
  const path = join(target, `${name}.png`);
  await (part ? page.locator(part).screenshot({ path }) : page.screenshot({ path, fullPage: true }));
  await browser.close();
}
