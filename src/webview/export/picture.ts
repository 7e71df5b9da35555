import { LIGHT_COLOURS } from '../../shared/lightColours';
import { ROW } from '../geometry';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 20;
const LABELS = 200;
const COUNTS = 70;
const ONWARD = 120;
const TITLE = 44;
const LEGEND = 40;

/** What a drawing has from the style sheet, and has to take along when it leaves the page. */
const TAKEN = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight'],
  ...['text-anchor', 'dominant-baseline', 'paint-order'],
] as const;

/** The funnel as an SVG that needs no page: dark on white, with the names of the stages and the numbers. */
export function funnelAsSvg(): string | undefined {
  return inLight(drawFunnel);
}

/** The page has other colours for so long as that takes, which is too short for anybody to see it. */
function inLight<T>(draw: () => T): T {
  const { style } = document.documentElement;
  const { className } = document.body;
  for (const [name, value] of Object.entries(LIGHT_COLOURS)) style.setProperty(name, value);
  document.body.className = 'vscode-light';
  try {
    return draw();
  } finally {
    for (const name of Object.keys(LIGHT_COLOURS)) style.removeProperty(name);
    document.body.className = className;
  }
}

function drawFunnel(): string | undefined {
  const drawing = document.querySelector<SVGSVGElement>('.funnel .drawing');
  if (!drawing) return undefined;
  const { width, height } = drawing.getBoundingClientRect();
  const keys = [...document.querySelectorAll('.reach-legend li')];
  const size = {
    width: width + LABELS + COUNTS + ONWARD + 2 * MARGIN,
    height: height + TITLE + (keys.length ? LEGEND : 0) + 2 * MARGIN,
  };
  const svg = element('svg', { xmlns: SVG, viewBox: `0 0 ${size.width} ${size.height}`, ...size });
  const page = getComputedStyle(document.body);
  const quiet = getComputedStyle(document.querySelector('.legend') ?? document.body).color;
  svg.append(element('rect', { ...size, fill: page.backgroundColor }));
  const write = (words: string, x: number, y: number, more: object = {}) => {
    const look = { fill: page.color, 'font-family': page.fontFamily, 'font-size': 13 };
    const text = element('text', { x, y, 'dominant-baseline': 'central', ...look, ...more });
    text.textContent = words;
    svg.append(text);
  };
  write(titleOf(), MARGIN, MARGIN + 10, { 'font-size': 16, 'font-weight': 600 });
  for (const [k, row] of [...document.querySelectorAll('.funnel tbody tr')].entries()) {
    const y = MARGIN + TITLE + (k + 0.5) * ROW;
    const parts = wordsIn(row.querySelector('.parts'));
    const label = row.querySelector('.label') ?? row.querySelector('th');
    write(wordsIn(label), MARGIN, parts ? y - 8 : y);
    write(parts, MARGIN, y + 9, { 'font-size': 11, fill: quiet });
    const right = size.width - MARGIN;
    write(wordsIn(row.querySelector('.count')), right - ONWARD, y, { 'text-anchor': 'end' });
    write(wordsIn(row.querySelector('.onward')), right, y, { 'text-anchor': 'end' });
  }
  const moved = element('g', { transform: `translate(${MARGIN + LABELS} ${MARGIN + TITLE})` });
  moved.append(...[...drawing.children].map(withLook));
  svg.append(moved);
  let x = MARGIN;
  for (const key of keys) {
    const y = size.height - MARGIN - 6;
    const { width: sample } = key.querySelector('svg')!.getBoundingClientRect();
    const surface = element('g', { transform: `translate(${x} ${y - 6})` });
    surface.append(...[...key.querySelectorAll('rect')].map(withLook));
    svg.append(surface);
    write(wordsIn(key), x + sample + 8, y, { 'font-size': 12, fill: quiet });
    x += key.getBoundingClientRect().width + MARGIN;
  }
  return new XMLSerializer().serializeToString(svg);
}

/** The same as a PNG of twice the size, in base64. */
export async function funnelAsPng(): Promise<string | undefined> {
  const svg = funnelAsSvg();
  if (!svg) return undefined;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

/** Of which pipeline, which deals and which day. */
export function titleOf(): string {
  const parts = ['h1', 'footer .only', 'footer .as-of'].map(one => wordsIn(document.querySelector(one)));
  return parts.filter(part => part).join(' · ');
}

function wordsIn(node: Element | null): string {
  const copy = node?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('.visually-hidden, .pill') ?? []) hidden.remove();
  return copy?.textContent?.trim() ?? '';
}

function element(name: string, attributes: Readonly<Record<string, unknown>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') made.setAttribute(key, String(value));
  return made;
}

function withLook(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  const look = getComputedStyle(original);
  for (const name of TAKEN) {
    const value = look.getPropertyValue(name);
    if (value) copy.setAttribute(name, value);
  }
  copy.removeAttribute('class');
  copy.append(
    ...[...original.childNodes].map(child =>
      child instanceof Element ? withLook(child) : child.cloneNode(),
    ),
  );
  return copy;
}
