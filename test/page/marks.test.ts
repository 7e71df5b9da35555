import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import { date } from '../unit/support/deals';
import { useBrowser } from './support/browser';
import { samplePipeline } from './support/samplePipeline';
import { openSheetPage } from './support/sheetPage';
import { lookAtAllTabs } from './support/sheets';
import { dumpedThemes, type ThemeColours } from './support/themeColours';

/** Of graphics that have to be seen to understand a page (WCAG 2.2, 1.4.11). */
const LEAST = 3;

/** Lines to read along, and tints behind bars, thumbs and words: nothing is lost with them. */
const DECORATION =
  '.grid, .tick, .axis, .hit, .base, .track, .reference, .running, defs, pattern, text, title';

describe('the marks of the page', () => {
  const browser = useBrowser();
  let page: Page;

  before(async () => {
    page = await browser().newPage({ viewport: { width: 1100, height: 900 }, reducedMotion: 'reduce' });
    const sheetPage = await openSheetPage(page, 'dark');
    const today = date('2026-11-20');
    await sheetPage.showSheet(funnelSheet(samplePipeline(today), EVERYTHING, today));
    await lookAtAllTabs(page);
  });

  /** The marks that stand out too little, each kind once, with its contrast. */
  async function faint({ className, colours }: ThemeColours): Promise<string[]> {
    const set = Object.entries(colours).map(([name, value]) => [`--vscode-${name}`, value]);
    return page.evaluate<string[]>(`(() => {
      const root = document.documentElement;
      for (const name of [...root.style]) if (name.startsWith('--vscode-')) root.style.removeProperty(name);
      for (const sheet of document.styleSheets) {
        for (const rule of sheet.cssRules) {
          if (rule.selectorText !== ':root' || !rule.style.getPropertyValue('--vscode-foreground')) continue;
          for (const name of [...rule.style]) if (!name.includes('font')) rule.style.removeProperty(name);
          for (const [name, value] of ${JSON.stringify(set)}) rule.style.setProperty(name, value);
          rule.style.setProperty('--vscode-foreground', ${JSON.stringify(colours['foreground'])});
        }
      }
      document.body.className = ${JSON.stringify(className)};
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const over = colours => {
        for (const [colour, alpha] of colours) {
          canvas.globalAlpha = alpha;
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
        }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const light = rgb => {
        const [r, g, b] = rgb.map(one => one / 255).map(one => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const background = [getComputedStyle(document.body).backgroundColor, 1];
      const ground = light(over([background]));
      const known = new Map();
      const contrast = (colour, alpha) => {
        const key = colour + alpha;
        if (!known.has(key)) known.set(key, work(colour, alpha));
        return known.get(key);
      };
      const work = (colour, alpha) => {
        const lit = light(over([background, [colour, alpha]]));
        return (Math.max(lit, ground) + 0.05) / (Math.min(lit, ground) + 0.05);
      };
      const found = new Map();
      for (const mark of document.querySelectorAll('main svg :is(path, rect, circle, line, polygon, ellipse)')) {
        if (mark.closest(${JSON.stringify(DECORATION)})) continue;
        const style = getComputedStyle(mark);
        if (style.display === 'none' || style.visibility === 'hidden') continue;
        const painted = [[style.fill, style.fillOpacity], [style.stroke, style.strokeOpacity]].filter(([paint]) => paint !== 'none' && !paint.startsWith('url'));
        const isLine = mark.tagName === 'line';
        const alphas = painted.filter((_, at) => !(isLine && at === 0 && painted.length > 1));
        if (!alphas.length) continue;
        const best = Math.max(...alphas.map(([paint, alpha]) => contrast(paint, Number(alpha) * Number(style.opacity))));
        if (best >= ${LEAST}) continue;
        const chain = [];
        for (let one = mark; one && one.tagName !== 'svg'; one = one.parentElement) chain.unshift(one.getAttribute('class') ?? one.tagName);
        found.set((mark.closest('section')?.id ?? '') + ' ' + (mark.closest('svg').getAttribute('class') ?? '') + ': ' + chain.join(' > ') + ' ' + alphas.map(([paint]) => paint), best.toFixed(2));
      }
      return [...found].map(([mark, best]) => mark + ' has ' + best);
    })()`);
  }

  for (const [vscode, all] of Object.entries(dumpedThemes)) {
    for (const [name, theme] of Object.entries(all)) {
      it(`stand out in ${name}, in the ${vscode} VS Code`, async () => {
        assert.deepEqual(await faint(theme), []);
      });
    }
  }
});
