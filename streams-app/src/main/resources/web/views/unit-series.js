/** A ratio of one unit over time: its figure now, the chart with the limit, the same points as a table. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { chart, pointText, summary } from '../charts.js';
import { words } from '../i18n.js';
import { date, hasData, percent, whole } from '../numbers.js';
import { asked } from '../spans.js';
import { count, line, table } from '../tables.js';
import { exceeds, standing } from '../trends.js';
import unitWords from '../words/unit.js';
import sharedWords from '../words/units.js';
import { asking } from './unit-part.js';

const t = words(unitWords);
const u = words(sharedWords);

/** The legal limit of late, where the server does not name another. */
const LIMIT = { numerator: 5, denominator: 100 };

function limitOf(choice) {
  return choice.ratio === 'late' ? LIMIT : null;
}

function figure(state, marks) {
  const { choice, live } = state;
  const ratio = live.windows[choice.window]?.[choice.ratio];
  const limit = limitOf(choice);
  const over = limit && exceeds(ratio, limit);
  return html`
    <p class="headline">
      <span class="tile-name">${t('now', { ratio: u(choice.ratio), window: u(choice.window) })}</span>
      <strong class="figure ${hasData(ratio) ? '' : 'none'} ${over ? 'late' : ''} ${marks.mark(`${choice.window} ${choice.ratio}`, ratio)}">${percent(ratio)}</strong>
      ${hasData(ratio) ? html`<span class="tile-more">${t('dossiers', { n: whole(ratio.numerator), d: whole(ratio.denominator) })}
        ${limit ? html`<span class="standing ${over ? 'late' : 'good'}">${standing(ratio, limit)}</span>` : nothing}</span>` : nothing}
    </p>`;
}

/** The two numbers stand beside it already. */
function rate(label, ratio) {
  return html`<td role="cell" class="number" data-label=${label}><span class=${hasData(ratio) ? '' : 'none'}>${percent(ratio)}</span></td>`;
}

function points(answer, choice) {
  const rows = [...answer.points].reverse().map((point) => line(date(point.day),
    count(t('numerator'), point.numerator), count(t('denominator'), point.denominator), rate(u(choice.ratio), point)));
  return html`
    <details class="points"><summary>${t('pointsTable')}</summary>
      ${table(t('pointsCaption', { ratio: u(choice.ratio) }),
        [{ name: t('day') }, { name: t('numerator'), number: true }, { name: t('denominator'), number: true }, { name: u(choice.ratio), number: true }], rows)}
    </details>`;
}

/** On paper the table stands open: nobody can point there. */
function openOnPaper(place) {
  const open = () => place.querySelectorAll('details.points').forEach((one) => { one.open = true; });
  window.addEventListener('beforeprint', open);
  return () => window.removeEventListener('beforeprint', open);
}

export function series(state, draw, marks, place) {
  const { choice } = state;
  const part = asking(() => get(`/api/units/${encodeURIComponent(state.scope)}/series`, { ...asked(choice.window), ratio: choice.ratio }));
  const closePaper = openOnPaper(place);
  let drawn = null;
  let stopped = false;
  let pointed = null;
  const redraw = async () => {
    const canvas = place.querySelector('.chart');
    if (part.answer === null || canvas === null || part.answer.points.length === 0) {
      return;
    }
    const given = { points: part.answer.points, limit: limitOf(choice) };
    if (drawn) {
      (await drawn).update(given);
      return;
    }
    drawn = chart(canvas, given, (point) => {
      pointed = point;
      draw();
    });
    if (stopped) {
      drawn.then((one) => one.stop());
    }
    await drawn;
  };
  const renew = async () => {
    await part.ask();
    draw();
    try {
      await redraw();
    } catch (fault) {
      part.fault = fault;
    }
  };
  return {
    choose: renew,
    renew,
    show: () => html`
      <section class="series" aria-labelledby="series">
        <h2 id="series">${t('series')}</h2>
        ${figure(state, marks)}
        ${part.note()}
        <div class="chart" role="img" aria-label=${part.answer ? summary(u(choice.ratio), part.answer, limitOf(choice)) : t('loading')}></div>
        ${part.answer === null ? nothing : html`
          <p class="note readout" aria-hidden="true">${pointed ? pointText(pointed) : t('pointing')}</p>
          ${points(part.answer, choice)}`}
      </section>`,
    stop: () => {
      stopped = true;
      closePaper();
      drawn?.then((one) => one.stop(), () => {});
    },
  };
}
