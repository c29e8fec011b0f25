/** Small pictures of a late rate, drawn beside its figure: a bar and a trend, both with the line of the limit. */
import { html, nothing, svg } from './lib/lit-html/lit-html.js';
import { language, words } from './i18n.js';
import { hasData, percent } from './numbers.js';
import dictionary from './words/trends.js';

const t = words(dictionary);

const TREND_WIDTH = 96;
const TREND_HEIGHT = 28;
const EDGE = 3;

/** A share for drawing only, null without data: what is read is told by `percent`. */
export function portion(ratio) {
  return hasData(ratio) ? ratio.numerator / ratio.denominator : null;
}

/** Whether a ratio lies over the limit, in exact integers; false without data. */
export function exceeds(ratio, limit) {
  return hasData(ratio)
    && BigInt(ratio.numerator) * BigInt(limit.denominator) > BigInt(limit.numerator) * BigInt(ratio.denominator);
}

/** The limit as it is spoken of: 5%, without decimals it does not have. */
export function limitText(limit) {
  return percent(limit).replace(/[.,]?0+%$/, '%');
}

/** In words what the colour says. */
export function standing(ratio, limit) {
  if (!hasData(ratio)) {
    return '';
  }
  return t(exceeds(ratio, limit) ? 'over' : 'within', { limit: limitText(limit) });
}

/** The upper end of a scale on which some ratios and the limit can be seen, with room left above the highest. */
export function top(ratios, limit) {
  return Math.min(1, Math.max(2 * portion(limit), ...ratios.map((ratio) => 1.2 * (portion(ratio) ?? 0))));
}

/** A bar up to `end`, with the limit as a line; hidden from screen readers, who are told the figure and its standing. */
export function limitBar(ratio, limit, end) {
  const share = portion(ratio);
  if (share === null) {
    // An empty bar would say 0 %.
    return nothing;
  }
  const line = (100 * portion(limit)) / end;
  return html`
    <svg class="limit-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" x="0" y="2" width="100" height="6"></rect>
      <rect class=${exceeds(ratio, limit) ? 'fill over' : 'fill'} x="0" y="2" width=${Math.min(100, (100 * share) / end).toFixed(2)} height="6"></rect>
      <line class="limit" x1=${line.toFixed(2)} x2=${line.toFixed(2)} y1="0" y2="10"></line>
    </svg>`;
}

/** Runs of neighbours that have data: where there is none the line is broken. */
function runs(points) {
  const found = [[]];
  points.forEach((point, index) => {
    const share = portion(point);
    if (share === null) {
      found.push([]);
    } else {
      found.at(-1).push({ index, share });
    }
  });
  return found.filter((run) => run.length > 0);
}

/** What the trend shows, in words; null when there is nothing to tell. */
function told(points) {
  const known = points.filter(hasData);
  if (known.length === 0) {
    return null;
  }
  const highest = known.reduce((one, other) => (portion(other) > portion(one) ? other : one));
  return t('trend', { n: known.length, first: percent(known[0]), last: percent(known.at(-1)), highest: percent(highest) });
}

/** A late rate over some weeks, oldest first. @param points [{numerator, denominator}] */
export function trendLine(points, limit) {
  const label = told(points);
  if (label === null) {
    return html`<span class="none">–<span class="unseen">${t('noTrend')}</span></span>`;
  }
  const end = top(points, limit);
  const x = (index) => EDGE + (index * (TREND_WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1);
  const y = (share) => TREND_HEIGHT - EDGE - (share / end) * (TREND_HEIGHT - 2 * EDGE);
  const found = runs(points);
  const last = found.at(-1).at(-1);
  const line = y(portion(limit)).toFixed(1);
  return html`
    <svg class="trend-line" viewBox="0 0 ${TREND_WIDTH} ${TREND_HEIGHT}" width=${TREND_WIDTH} height=${TREND_HEIGHT} role="img" aria-label=${label} lang=${language()}>
      <line class="limit" x1="0" x2=${TREND_WIDTH} y1=${line} y2=${line}></line>
      ${found.map((run) => svg`<polyline points=${run.map((point) => `${x(point.index).toFixed(1)},${y(point.share).toFixed(1)}`).join(' ')}></polyline>`)}
      <circle class=${exceeds(points[last.index], limit) ? 'over' : nothing} cx=${x(last.index).toFixed(1)} cy=${y(last.share).toFixed(1)} r="2.5"></circle>
    </svg>`;
}
