// What every entry shares: where to draw, and how a canvas says that it has drawn (an SVG is seen by its bars).

export const host = document.getElementById('chart');

export function drawn() {
  document.documentElement.dataset.drawn = '';
}
