// The one script of a frame: pointer, touch and keys read each mark, the legend switches series, the height is told to the page around.
// Everything it says stands in the document already; without it the frame is a still picture with links and a table.

const drawing = document.querySelector<HTMLElement>('.drawing');
const foot = document.querySelector('footer');
// After the first frame is painted: reading the chart comes before reading its marks.
if (drawing && foot) requestAnimationFrame(() => setTimeout(start, 0, drawing, foot));

function start(plots: HTMLElement, end: Element): void {
  const kind = plots.dataset.kind;
  const said = new Map<Element, string>();
  const links = [...plots.querySelectorAll<SVGAElement>('.mark,.annotation,.map-place')];
  const tip = document.createElement('div');
  let active: SVGAElement | null = null;
  let leaving = 0;
  tip.className = 'tip';

  const events = [...document.querySelectorAll('.events li')];
  // The table tells the rest of a closure, in the order of the bars.
  const rows = kind === 'closures' ? [...document.querySelectorAll('tbody tr')] : [];
  for (const link of links) {
    const title = link.querySelector('title');
    let text = title?.textContent ?? '';
    if (link.matches('.annotation')) text = events.shift()?.textContent ?? text;
    else if (rows.length) {
      const [reason, remark, source] = ['td:nth-child(6)', 'small', 'td:last-child'].map((part) => rows[0]?.querySelector(part)?.textContent);
      text = [text, reason, remark, `according to ${source}`].filter(Boolean).join('; ');
      rows.shift();
    }
    said.set(link, text);
    link.setAttribute('aria-label', text);
    // The browser's own tip would lie over ours.
    title?.remove();
  }
  const take = (link: SVGAElement | undefined): void => {
    for (const each of links) each.setAttribute('tabindex', each === link ? '0' : '-1');
  };
  take(links[0]);

  const isShown = (link: SVGAElement): boolean => !link.querySelector('.off');
  const add = (tag: string, text: string): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    tip.append(element);
    return element;
  };

  function show(link: SVGAElement | null): void {
    clearTimeout(leaving);
    if (link === active) return;
    active?.classList.remove('on');
    active = link;
    tip.remove();
    if (!link) return;
    link.classList.add('on');
    tip.textContent = '';
    const text = said.get(link) ?? '';
    const [, head = '', first = text, rest = ''] = /^(?:([^;:]{1,60}): )?(.+?)(?:[,;] (.*))?$/.exec(text) ?? [];
    add('span', head);
    add('b', first);
    add('div', rest);
    const href = link.href.baseVal;
    if (!href.startsWith('#')) {
      const source = add('a', 'Open the source') as HTMLAnchorElement;
      source.href = href;
      source.target = '_blank';
      source.rel = 'noopener';
    }
    document.body.append(tip);
    const at = (link.querySelector('.bar,.closure,.point,.claim-dot,.map-disc') ?? link).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const above = at.top - height - 22;
    const below = at.bottom + 12;
    tip.style.left = `${Math.max(8, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - 8))}px`;
    tip.style.top = `${above > 2 ? above : Math.max(2, Math.min(below, innerHeight - height - 4))}px`;
  }

  /** The mark under the pointer, or the nearest where marks answer for a column or a row. */
  function nearest({ clientX: x, clientY: y, target }: MouseEvent): SVGAElement | null {
    const under = (target as Element).closest<SVGAElement>('a');
    if (under && isShown(under)) return under;
    const plot = (target as Element).closest('.plot');
    let best: SVGAElement | null = null;
    let least = 26e3;
    for (const link of links) {
      if (!plot?.contains(link) || !isShown(link)) continue;
      const box = link.getBoundingClientRect();
      const dx = Math.max(box.left - x, x - box.right, 0);
      const dy = Math.max(box.top - y, y - box.bottom, 0);
      const cost = kind === 'claims' ? dy * 1e3 + dx : kind === 'periods' || kind === 'closed-days' ? dx * 1e3 + dy : Math.hypot(dx, dy) * 1e3;
      if (cost < least) [least, best] = [cost, link];
    }
    return best;
  }

  const leave = (): void => {
    clearTimeout(leaving);
    leaving = setTimeout(show, 200, null) as unknown as number;
  };
  const isMouse = (event: Event): boolean => (event as PointerEvent).pointerType === 'mouse';
  plots.addEventListener('pointermove', (event) => {
    const link = isMouse(event) ? nearest(event) : active;
    if (link) show(link);
    else leave();
  });
  plots.addEventListener('pointerleave', (event) => { if (isMouse(event)) leave(); });
  tip.addEventListener('pointerenter', () => clearTimeout(leaving));
  tip.addEventListener('pointerleave', leave);
  // A finger's tap reads the mark; the tip has the link. A mouse has read it by then, and a key (detail 0) follows.
  plots.addEventListener('click', (event) => {
    if (isMouse(event) || event.detail === 0) return;
    event.preventDefault();
    show(nearest(event));
  });
  addEventListener('pointerdown', ({ target }) => { if (!tip.contains(target as Node) && !plots.contains(target as Node)) show(null); });

  plots.addEventListener('focusin', ({ target }) => {
    const link = target as SVGAElement;
    if (!said.has(link)) return;
    take(link);
    if (link.matches(':focus-visible')) show(link);
  });
  plots.addEventListener('focusout', leave);
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key === 'Escape') show(null);
    const shown = links.filter(isShown);
    const index = shown.indexOf(target as SVGAElement);
    if (index < 0) return;
    const last = shown.length - 1;
    const step: Record<string, number> = { ArrowLeft: Math.max(index - 1, 0), ArrowRight: Math.min(index + 1, last), Home: 0, End: last };
    const next = key === 'ArrowUp' || key === 'ArrowDown' ? beyond(shown, target as Element, key === 'ArrowUp') : shown[step[key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  /** The nearest mark above or below. */
  function beyond(shown: SVGAElement[], from: Element, isUp: boolean): SVGAElement | undefined {
    const middle = (element: Element): [number, number] => {
      const { left, width, top, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const [x0, y0] = middle(from);
    const costs = shown.map((link): [number, SVGAElement] => {
      const [x, y] = middle(link);
      const dy = isUp ? y0 - y : y - y0;
      return [dy > 3 ? dy + Math.abs(x - x0) * 2 : Infinity, link];
    });
    const [cost, link] = costs.reduce((a, b) => (b[0] < a[0] ? b : a));
    return cost < Infinity ? link : undefined;
  }

  const items = [...document.querySelectorAll<HTMLElement>('.legend-item')];
  const isOn = (item: HTMLElement): boolean => item.ariaPressed === 'true';
  for (const item of items) {
    item.role = 'button';
    item.tabIndex = 0;
    item.ariaPressed = 'true';
    item.parentElement?.setAttribute('role', 'group');
    item.onclick = () => {
      if (isOn(item) && items.filter(isOn).length < 2) return;
      item.ariaPressed = String(!isOn(item));
      const name = /s\d/.exec(item.querySelector('.swatch')?.getAttribute('class') ?? '')?.[0];
      for (const part of plots.querySelectorAll(`.${name}`)) part.classList.toggle('off', !isOn(item));
      show(null);
      stack();
    };
    item.onkeydown = (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      item.click();
    };
  }

  /** Bars that stood on hidden ones come down to the baseline. */
  function stack(): void {
    if (kind !== 'periods') return;
    const drops = new Map<string, number>();
    const bars = links.map((link) => ({ link, bar: link.querySelector('rect.bar') })).filter(({ bar }) => bar);
    const at = (bar: Element | null, name: string): number => Number(bar?.getAttribute(name));
    for (const { link, bar } of bars.sort((a, b) => at(b.bar, 'y') - at(a.bar, 'y'))) {
      const column = `${bar?.getAttribute('x')} ${links.indexOf(link) < 0 ? '' : link.ownerSVGElement?.ariaLabel}`;
      const drop = drops.get(column) ?? 0;
      link.style.transform = drop > 0 ? `translateY(${drop}px)` : '';
      if (!isShown(link)) drops.set(column, drop + at(bar, 'height'));
    }
  }

  // The height that the contents need, whatever the frame has: it depends on the width alone, so that no page can grow with it.
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil((end.previousElementSibling?.getBoundingClientRect().bottom ?? 0) + scrollY + end.getBoundingClientRect().height + 3);
    if (height !== told && parent !== window) parent.postMessage({ frontierLedger: 1, slug: location.pathname.split('/').pop(), height }, '*');
    told = height;
  };
  new ResizeObserver(tell).observe(plots);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.frontierLedger !== 1) return;
    told = 0;
    tell();
  });
}
