// @ts-check
/*
 * Reading a chart of the history point by point, and zooming into it. The server has put everything
 * there that is to be shown; here it is only found. It is a module of its own, and not part of the
 * WebAssembly, so that only who opens a history downloads it.
 */

/** What lies over the plot of each chart. */
const SLIDER = '.plot-slider';
/** What a pointer has to cover at least to zoom, as a part of the plot. */
const LEAST_DRAG = 0.015;
/** No span is shorter, in minutes. */
const SHORTEST = 10;
/** How far the keys for pages go. */
const PAGE = 10;

/**
 * Where a pointer went down on a plot.
 * @type {{ slider: HTMLElement, start: number } | undefined}
 */
let drag;

/**
 * What lies over the plot on which something happened.
 * @param {Event} event
 */
function sliderOf(event) {
  const { target } = event;
  return target instanceof Element
    ? /** @type {HTMLElement | null} */ (target.closest(SLIDER))
    : null;
}

/**
 * @param {HTMLElement} slider
 * @param {string} selector
 * @returns {Iterable<HTMLElement>}
 */
function inChartOf(slider, selector) {
  return slider.closest('.chart')?.querySelectorAll(selector) ?? [];
}

/**
 * The places of an element's list, in thousandths of the plot; those that are none are NaN.
 * @param {HTMLElement} element
 */
function places(element) {
  return (element.dataset['places'] ?? '').split(' ').map(Number);
}

/** @param {number} thousandths */
function percent(thousandths) {
  return `${thousandths / 10}%`;
}

/**
 * Shows the reading of this number: a cross, a mark on each line, and the words.
 * @param {HTMLElement} slider
 * @param {number} index
 */
function show(slider, index) {
  const words = (slider.dataset['words'] ?? '').split('|')[index] ?? '';
  slider.ariaValueNow = String(index);
  slider.ariaValueText = words;
  slider.closest('.chart')?.setAttribute('data-read', '');
  for (const reading of inChartOf(slider, '.chart-reading')) {
    reading.textContent = words;
  }
  const x = percent(places(slider)[index] ?? 0);
  for (const cross of inChartOf(slider, '.plot-cross')) {
    cross.setAttribute('x1', x);
    cross.setAttribute('x2', x);
  }
  for (const mark of inChartOf(slider, '.plot-mark')) {
    const y = places(mark)[index] ?? NaN;
    mark.setAttribute('cx', x);
    // Far away where this line says nothing.
    mark.setAttribute('cy', Number.isNaN(y) ? '-999%' : percent(y));
  }
}

/**
 * Shows again what was there before.
 * @param {HTMLElement} slider
 */
function end(slider) {
  slider.closest('.chart')?.removeAttribute('data-read');
}

/**
 * @param {HTMLElement} slider
 * @param {number} from
 * @param {number} until
 */
function select(slider, from, until) {
  for (const selection of inChartOf(slider, '.plot-selection')) {
    selection.setAttribute('x', percent(from * 1000));
    selection.setAttribute('width', percent((until - from) * 1000));
  }
}

/**
 * Opens the page of a part of what is shown, as a link does: without loading anew where that can be.
 * @param {HTMLElement} slider
 * @param {number} from
 * @param {number} until
 */
function zoom(slider, from, until) {
  const { from: start, minutes: length } = slider.dataset;
  const first = Math.floor(Number(start) + Number(length) * from);
  const last = Math.max(Math.ceil(Number(start) + Number(length) * until), first + SHORTEST);
  const way = document.createElement('a');
  way.href = `${location.pathname}?from=${instant(first)}&until=${instant(last)}`;
  // The reader stays at this chart.
  way.setAttribute('noscroll', '');
  way.hidden = true;
  slider.append(way);
  way.click();
  way.remove();
}

/**
 * `2026-11-27T10:05Z`, from minutes since 1970.
 * @param {number} minutes
 */
function instant(minutes) {
  return `${new Date(minutes * 60_000).toISOString().slice(0, 16)}Z`;
}

/**
 * How far into the plot a pointer is, from 0 to 1.
 * @param {HTMLElement} slider
 * @param {PointerEvent} event
 */
function fraction(slider, event) {
  const { left, width } = slider.getBoundingClientRect();
  return Math.min(Math.max((event.clientX - left) / width, 0), 1);
}

/**
 * A pointer shows what is nearest. One that is drawn over the plot zooms; a finger only reads, since it
 * also scrolls.
 * @param {PointerEvent} event
 */
function point(event) {
  const slider = sliderOf(event);
  if (slider === null) {
    return;
  }
  const place = fraction(slider, event);
  if (event.type === 'pointerdown' && event.pointerType !== 'touch' && event.button === 0) {
    drag = { slider, start: place };
  }
  const distances = places(slider).map((there) => Math.abs(there - place * 1000));
  show(slider, distances.indexOf(Math.min(...distances)));
  if (drag?.slider === slider && event.type === 'pointermove') {
    // Without it a drag ends at the edge of the plot.
    slider.setPointerCapture(event.pointerId);
    select(slider, Math.min(drag.start, place), Math.max(drag.start, place));
  }
}

/** @param {PointerEvent} event */
function release(event) {
  if (drag === undefined) {
    return;
  }
  const { slider, start } = drag;
  drag = undefined;
  select(slider, 0, 0);
  const place = fraction(slider, event);
  if (event.type === 'pointerup' && Math.abs(place - start) >= LEAST_DRAG) {
    zoom(slider, Math.min(start, place), Math.max(start, place));
  }
}

/** @param {PointerEvent} event */
function leave(event) {
  const slider = sliderOf(event);
  if (slider !== null && drag === undefined && event.pointerType !== 'touch') {
    end(slider);
  }
}

/**
 * The keys of a slider (ARIA practices), and Escape.
 * @param {KeyboardEvent} event
 */
function press(event) {
  const slider = sliderOf(event);
  if (slider === null) {
    return;
  }
  if (event.key === 'Escape') {
    end(slider);
    return;
  }
  const now = Number(slider.ariaValueNow);
  const last = Number(slider.ariaValueMax);
  /** @type {Record<string, number>} */
  const ways = {
    ArrowLeft: now - 1,
    ArrowDown: now - 1,
    ArrowRight: now + 1,
    ArrowUp: now + 1,
    PageDown: now - PAGE,
    PageUp: now + PAGE,
    Home: 0,
    End: last,
  };
  const way = ways[event.key];
  if (way !== undefined) {
    event.preventDefault();
    show(slider, Math.min(Math.max(way, 0), last));
  }
}

document.addEventListener('pointermove', point);
document.addEventListener('pointerdown', point);
document.addEventListener('pointerup', release);
document.addEventListener('pointercancel', release);
document.addEventListener('pointerout', leave);
document.addEventListener('keydown', press);
document.addEventListener('focusin', (event) => {
  const slider = sliderOf(event);
  if (slider !== null) {
    show(slider, Number(slider.ariaValueNow));
  }
});
document.addEventListener('focusout', (event) => {
  const slider = sliderOf(event);
  if (slider !== null) {
    end(slider);
  }
});
document.addEventListener('dblclick', (event) => {
  const way = document.querySelector('.zoom-out');
  if (sliderOf(event) !== null && way instanceof HTMLElement) {
    way.click();
  }
});
// From now on the style sheet shows what lies over the plots.
document.documentElement.setAttribute('data-charts', '');
