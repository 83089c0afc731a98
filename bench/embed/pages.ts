import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';
import { BARS, TITLE } from './bars.js';

// The pages that are measured against each other, each the least a careful author would write: a title, a box of fixed size, the bars, a source line.

const PEERS = fileURLToPath(new URL('peers', import.meta.url));
const HEIGHT = 320;
export const SAME_DRAWING = 'the same drawing, bare';
export const HAND_MADE = 'hand-made bare SVG';

export interface Page {
  readonly name: string;
  /** Path or address of the document. */
  readonly address: string;
  /** Bars as elements, 16 of them; null where a canvas says that it has drawn. */
  readonly bars: string | null;
}

export interface ServedFile {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

interface Peer {
  readonly name: string;
  readonly entry: string;
  readonly bars: string | null;
}

const bundled: readonly Peer[] = [
  { name: 'uPlot', entry: 'uplot', bars: null },
  { name: 'Observable Plot', entry: 'plot', bars: '#chart rect' },
  { name: 'Chart.js', entry: 'chart-js', bars: null },
  { name: 'ECharts', entry: 'echarts', bars: null },
  { name: 'Vega-Embed', entry: 'vega-lite', bars: '#chart .mark-rect path' },
  { name: 'Plotly basic', entry: 'plotly', bars: '#chart .barlayer path' },
];

/** What cannot be measured here, and why. */
export const LEFT_OUT = [
  'Highcharts: its licence allows non-commercial use only (https://www.highcharts.com/license), so it is not installed.',
  'Our World in Data: grapher is not published as a package.',
];

/** Installs the peers once, from their own lock file; they are no dependencies of the product. */
export function installPeers(report: (line: string) => void): void {
  if (existsSync(path.join(PEERS, 'node_modules'))) return;
  report('installing the libraries to measure against (bench/embed/peers) ...');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The bare SVG and every peer, with the files that they need. */
export async function makePages(): Promise<{ pages: Page[]; files: ServedFile[] }> {
  const pages: Page[] = [{ name: HAND_MADE, address: '/bare', bars: 'rect' }];
  const files: ServedFile[] = [html('/bare', document(bareSvg(), ''))];
  for (const { name, entry, bars } of bundled) {
    const outputs = await bundle(entry);
    const style = outputs.has('css') ? `<link rel="stylesheet" href="/${entry}.css">` : '';
    files.push(html(`/${entry}`, document('', `<script src="/${entry}.js"></script>`, style)));
    for (const [kind, body] of outputs) files.push({ path: `/${entry}.${kind}`, type: kind === 'css' ? 'text/css' : 'text/javascript', body });
    pages.push({ name, address: `/${entry}`, bars });
  }
  files.push(...datawrapper());
  pages.push({ name: 'Datawrapper', address: '/datawrapper', bars: '#chart rect' });
  return { pages, files };
}

/** The drawing of a frame of ours, mark for mark, alone in plain HTML: its own rules in one theme, and nothing that answers to the width. */
export function bareCopy(frame: string): { page: Page; file: ServedFile } {
  const [, sheet = ''] = /<style>(.*?)<\/style>/s.exec(frame) ?? [];
  const [svg] = /<svg class=plot-svg.*?<\/svg>/s.exec(frame) ?? [];
  const [, gutter = '0'] = /--gutter:(\d+)px/.exec(sheet) ?? [];
  if (svg === undefined) throw new Error('The frame has no drawing.');
  const names = new Set([...svg.matchAll(/ class=("?)([^">]*?)\1(?=[ >])/g)].flatMap(([, , list = '']) => list.split(' ')));
  const rules = [...sheet.replaceAll(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, '').matchAll(/([^{}]+)(\{[^{}]*\})/g)]
    .filter(([, selector = '']) => selector === ':root' || [...selector.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => names.has(name)))
    .map(([rule]) => rule);
  const chart = `<div class="plot-box" style="margin-left:${gutter}px">${svg}</div>`;
  return { page: { name: SAME_DRAWING, address: '/same', bars: 'svg .mark' }, file: html('/same', document(chart, '', `<style>${rules.join('')}</style>`)) };
}

function bareSvg(): string {
  const most = Math.max(...BARS.map(({ value }) => value));
  const bars = BARS.map(({ value, period }, index) => {
    const tall = Math.round((value / most) * 270);
    return `<rect x="${index * 40 + 5}" y="${280 - tall}" width="30" height="${tall}"/><text x="${index * 40 + 20}" y="300">${period}</text>`;
  });
  const style = '<style>rect{fill:#4269a6}text{font:9px sans-serif;text-anchor:middle}</style>';
  return `<svg viewBox="0 0 640 ${HEIGHT}" width="100%" height="${HEIGHT}" role="img" aria-label="${TITLE}">${style}${bars.join('')}</svg>`;
}

function document(chart: string, scripts: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${TITLE}</title>${head}
<style>body{margin:16px;font:16px/1.4 sans-serif}h1{font-size:1.2rem}#chart{height:${HEIGHT}px}</style></head>
<body><h1>${TITLE}</h1><div id="chart">${chart}</div><p>Source: CRSS, quarterly reports</p>${scripts}</body></html>`;
}

async function bundle(entry: string): Promise<Map<string, Buffer>> {
  const entryPoints = [path.join(PEERS, 'entries', `${entry}.js`)];
  const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, write: false, outdir: '/', format: 'iife', target: 'es2022', logLevel: 'error' });
  return new Map(outputFiles.map((file) => [path.extname(file.path).slice(1), Buffer.from(file.contents)]));
}

/** As Datawrapper publishes a chart: header and footer rendered on the server, three scripts, the chart drawn in the browser. */
function datawrapper(): ServedFile[] {
  const dist = path.join(PEERS, 'node_modules/@datawrapper/chart-core/dist');
  const metadata = {
    data: { transpose: false, 'horizontal-header': true },
    visualize: {},
    describe: { 'source-name': 'CRSS', 'source-url': '', intro: '', byline: '' },
    publish: { blocks: { 'get-the-data': true }, 'chart-height': HEIGHT },
    annotate: { notes: '' },
  };
  const themeData = { options: {}, colors: { palette: ['#4269a6'], background: '#ffffff' }, typography: { fontFamilies: {} }, style: { body: {} } };
  const csv = ['period,deaths', ...BARS.map(({ period, value }) => `${period},${value}`)].join('\n');
  const props = {
    chart: { id: 'bench', type: 'bars', title: TITLE, theme: 'bench', language: 'en-US', metadata },
    visualization: { id: 'bars', height: 'fit' },
    theme: { id: 'bench', data: themeData, fonts: {} },
    themeDataLight: themeData,
    themeDataDark: themeData,
    locales: {},
    translations: {},
    blocks: [],
    assets: { 'dataset.csv': { value: csv } },
    isIframe: true,
  };
  const render = createRequire(import.meta.url)(path.join(dist, 'Visualization_SSR.js')) as { render: (props: unknown) => { html: string } };
  const body = `<div id="__svelte-dw" class="dw-chart chart">${render.render(props).html}</div>
<script>window.__DW_SVELTE_PROPS__=${JSON.stringify(props)}</script><script src="/datawrapper/dw.js"></script><script src="/datawrapper/bars.js"></script><script src="/datawrapper/main.js"></script>`;
  const script = (name: string, file: string) => ({ path: `/datawrapper/${name}`, type: 'text/javascript', body: readFileSync(file) });
  return [
    html('/datawrapper', `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${TITLE}</title>
<style>body{margin:16px;font:16px/1.4 sans-serif}.dw-chart-body{height:${HEIGHT}px}</style></head><body>${body}</body></html>`),
    script('dw.js', path.join(dist, 'dw-2.0.min.js')),
    script('bars.js', path.join(PEERS, 'entries/datawrapper.js')),
    script('main.js', path.join(dist, 'main.js')),
  ];
}

function html(at: string, text: string): ServedFile {
  return { path: at, type: 'text/html; charset=utf-8', body: Buffer.from(text) };
}
