import embed from 'vega-embed';
import { BARS } from '../../bars.js';
import { host } from './page.js';

const spec = {
  width: 'container',
  height: 'container',
  data: { values: BARS },
  mark: { type: 'bar', tooltip: true },
  encoding: { x: { field: 'period', type: 'nominal', sort: null, title: null }, y: { field: 'value', type: 'quantitative', title: null } },
};
embed(host, spec, { actions: false, renderer: 'svg' });
