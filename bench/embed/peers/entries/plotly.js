import Plotly from 'plotly.js-basic-dist-min';
import { BARS } from '../../bars.js';
import { host } from './page.js';

const data = [{ type: 'bar', x: BARS.map(({ period }) => period), y: BARS.map(({ value }) => value) }];
Plotly.newPlot(host, data, { margin: { t: 8, r: 8 } }, { displayModeBar: false, responsive: true });
