import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { BARS } from '../../bars.js';
import { drawn, host } from './page.js';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);
const chart = init(host);
chart.on('finished', drawn);
chart.setOption({
  animation: false,
  tooltip: {},
  xAxis: { type: 'category', data: BARS.map(({ period }) => period) },
  yAxis: { type: 'value' },
  series: [{ type: 'bar', name: 'Deaths', data: BARS.map(({ value }) => value) }],
});
