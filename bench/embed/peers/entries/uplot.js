import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { BARS } from '../../bars.js';
import { drawn, host } from './page.js';

const options = {
  width: host.clientWidth,
  height: host.clientHeight,
  legend: { show: false },
  scales: { x: { time: false, range: (_, from, to) => [from - 0.5, to + 0.5] }, y: { range: (_, _least, most) => [0, most] } },
  series: [{}, { fill: '#4269a6', paths: uPlot.paths.bars({ size: [0.7] }), points: { show: false } }],
  axes: [{ values: (_, splits) => splits.map((at) => BARS[at]?.period ?? '') }, {}],
  hooks: { draw: [drawn] },
};
new uPlot(options, [BARS.map((_, index) => index), BARS.map(({ value }) => value)], host);
