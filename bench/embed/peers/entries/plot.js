import * as Plot from '@observablehq/plot';
import { BARS } from '../../bars.js';
import { host } from './page.js';

const marks = [Plot.barY(BARS, { x: 'period', y: 'value', fill: '#4269a6', tip: true }), Plot.ruleY([0])];
host.append(Plot.plot({ width: host.clientWidth, height: host.clientHeight, x: { domain: BARS.map(({ period }) => period), tickRotate: -40 }, marginBottom: 60, marks }));
