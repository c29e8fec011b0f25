/** A ratio over time, drawn by uPlot, which is loaded when the first chart is wanted. */
import { percent, date, hasData } from './numbers.js';
import { words } from './i18n.js';
import { exceeds, limitText, portion } from './trends.js';
import dictionary from './words/trends.js';

const t = words(dictionary);

const HEIGHT = 300;
const DAY_S = 86400;
/** A page of A4 between its margins. */
const PAPER_WIDTH = 680;
const PAPER = { text: '#000', edge: '#bbb', line: '#0b5394', limit: '#b3261e' };

let loaded;

/** Its style stands in a file of its own: the page allows no other. */
function load() {
  if (loaded === undefined) {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = 'lib/uplot/uPlot.min.css';
    const styled = new Promise((resolve, reject) => {
      style.onload = resolve;
      style.onerror = () => reject(new Error(style.href));
    });
    document.head.append(style);
    loaded = Promise.all([import('./lib/uplot/uPlot.esm.js'), styled]).then(([module]) => module.default);
    loaded.catch(() => { loaded = undefined; });
  }
  return loaded;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return { text: read('--quiet'), edge: read('--edge'), line: read('--accent'), limit: read('--late') };
}

/** Days as midnights of UTC: a day is a day wherever the reader sits. */
function seconds(day) {
  return Date.parse(day) / 1000;
}

function dayOf(second) {
  return new Date(second * 1000).toISOString();
}

function shortDay(second) {
  const [, month, day] = dayOf(second).slice(0, 10).split('-').map(Number);
  return `${day}/${month}`;
}

function lines(points, limit) {
  const drawn = [points.map((point) => seconds(point.day)), points.map((point) => percentage(portion(point)))];
  return limit ? [...drawn, points.map(() => percentage(portion(limit)))] : drawn;
}

function percentage(share) {
  return share === null ? null : 100 * share;
}

/** From nothing up to a little over the highest, and over twice the limit where there is one. */
function range(limit) {
  return (_, lowest, highest) => [0, Math.max(limit ? 200 * portion(limit) : 1, Math.min(100, (highest ?? 0) * 1.1))];
}

function axis(paint, values, size) {
  return { stroke: paint.text, grid: { stroke: paint.edge, width: 1 }, ticks: { stroke: paint.edge, width: 1 }, font: '13px system-ui, sans-serif', values, size };
}

function options(width, paint, limit, pointed) {
  const series = [{}, { stroke: paint.line, width: 2, spanGaps: false, points: { size: 5 } }];
  return {
    width,
    height: HEIGHT,
    tzDate: (second) => new Date(Date.parse(dayOf(second).slice(0, 19))),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: range(limit) } },
    series: limit ? [...series, { stroke: paint.limit, width: 1.5, dash: [6, 4], points: { show: false } }] : series,
    axes: [
      { ...axis(paint, (_, ticks) => ticks.map(shortDay), 32), space: 60, incrs: [1, 2, 7, 14, 28, 56, 91].map((days) => days * DAY_S) },
      axis(paint, (_, ticks) => ticks.map((tick) => `${tick}%`), 52),
    ],
    hooks: { setCursor: [(chart) => pointed(chart.cursor.idx)] },
  };
}

/**
 * The chart in words: where it begins and ends, its highest and lowest, and what it says about the limit.
 *
 * @param series {from, to, points} as the API gives it
 */
export function summary(name, series, limit) {
  const known = series.points.filter(hasData);
  const span = { ratio: name, from: date(series.from), to: date(series.to) };
  if (known.length === 0) {
    return t('chartNone', span);
  }
  const highest = known.reduce((one, other) => (portion(other) > portion(one) ? other : one));
  const lowest = known.reduce((one, other) => (portion(other) < portion(one) ? other : one));
  return t('chart', {
    ...span,
    first: percent(known[0]),
    last: percent(known.at(-1)),
    highest: percent(highest),
    highestDay: date(highest.day),
    lowest: percent(lowest),
    lowestDay: date(lowest.day),
    limit: limit ? against(known, limit) : '',
  }).trim();
}

function against(known, limit) {
  const over = known.filter((point) => exceeds(point, limit)).length;
  return t(over > 0 ? 'chartOver' : 'chartWithin', { n: over, limit: limitText(limit) });
}

/** One point in words. */
export function pointText(point) {
  return t(hasData(point) ? 'point' : 'pointNone', { day: date(point.day), percent: percent(point), numerator: point.numerator, denominator: point.denominator });
}

/**
 * Draws a ratio over days into an empty place.
 *
 * @param given {points: [{day, numerator, denominator}], limit}; limit null: no line
 * @param pointed called with the point under the cursor, or null
 * @return {update(given), stop()}
 */
export async function chart(place, given, pointed) {
  const UPlot = await load();
  let shown = given;
  let drawn;
  const tell = (index) => pointed(index === null || index === undefined ? null : shown.points[index]);
  const draw = (paint, width = place.clientWidth) => {
    drawn?.destroy();
    drawn = new UPlot(options(width, paint, shown.limit, tell), lines(shown.points, shown.limit), place);
  };
  const redraw = () => draw(colours());
  const onPaper = () => draw(PAPER, Math.min(place.clientWidth, PAPER_WIDTH));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const resized = new ResizeObserver(() => {
    if (place.clientWidth > 0 && place.clientWidth !== drawn.width) {
      drawn.setSize({ width: place.clientWidth, height: HEIGHT });
    }
  });
  redraw();
  resized.observe(place);
  dark.addEventListener('change', redraw);
  window.addEventListener('theme', redraw);
  window.addEventListener('beforeprint', onPaper);
  window.addEventListener('afterprint', redraw);
  return {
    update: (next) => {
      const sameLines = Boolean(next.limit) === Boolean(shown.limit);
      shown = next;
      if (sameLines) {
        drawn.setData(lines(shown.points, shown.limit));
      } else {
        redraw();
      }
    },
    stop: () => {
      resized.disconnect();
      dark.removeEventListener('change', redraw);
      window.removeEventListener('theme', redraw);
      window.removeEventListener('beforeprint', onPaper);
      window.removeEventListener('afterprint', redraw);
      drawn.destroy();
    },
  };
}
