import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { BARS } from '../../bars.js';
import { drawn, host } from './page.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
const canvas = host.appendChild(document.createElement('canvas'));
new Chart(canvas, {
  type: 'bar',
  data: { labels: BARS.map(({ period }) => period), datasets: [{ label: 'Deaths', data: BARS.map(({ value }) => value), backgroundColor: '#4269a6' }] },
  options: { animation: false, maintainAspectRatio: false },
  plugins: [{ id: 'drawn', afterDraw: drawn }],
});
