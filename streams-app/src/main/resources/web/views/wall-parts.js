/** Parts of the wall screen: figures, a page of units, alerts that hold. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { words } from '../i18n.js';
import { hasData, percent, whole } from '../numbers.js';
import { exceeds, limitBar, standing, top } from '../trends.js';
import unitWords from '../words/units.js';
import wallWords from '../words/wall.js';

const t = words(wallWords);
const u = words(unitWords);

/** More do not fit beside the units; how many more there are is said. */
const ALERTS = 6;

function box(key, name, value, state, more) {
  return html`
    <li class="tile ${state}" data-tile=${key}>
      <span class="tile-name">${name}</span>${value}<span class="tile-more">${more}</span>
    </li>`;
}

export function wallFigures(overview, marks) {
  const { today, open, limit } = overview;
  const late = overview.windows.LEGAL_QUARTER?.late;
  const over = exceeds(late, limit);
  const number = (key, value) => html`<strong class="figure ${marks.mark(key, value)}">${whole(value)}</strong>`;
  return html`
    <ul class="tiles wall-tiles">
      ${box('received', t('received'), number('received', today.received), '', t('closed', { closed: whole(today.closed) }))}
      ${box('inProgress', t('inProgress'), number('inProgress', open.inProgress), '', t('suspended', { n: whole(open.suspended) }))}
      ${box('dueSoon', u('dueSoon'), number('dueSoon', open.dueSoon), open.dueSoon > 0 ? 'soon' : '', t('soonDays', { n: overview.dueSoonWorkingDays }))}
      ${box('overdue', u('overdue'), number('overdue', open.overdue), open.overdue > 0 ? 'late' : '', t(open.overdue > 0 ? 'overdueMore' : 'overdueNone'))}
      ${box('late', t('late'), html`<strong class="figure ${hasData(late) ? '' : 'none'} ${marks.mark('late', late)}">${percent(late)}</strong>${limitBar(late, limit, top([late], limit))}`,
        over ? 'late' : '', hasData(late) ? html`<span class="standing ${over ? 'late' : 'good'}">${standing(late, limit)}</span>` : nothing)}
    </ul>`;
}

function unit(one, rank, view) {
  const { limit, end, marks } = view;
  const over = exceeds(one.late, limit);
  return html`
    <tr data-unit=${one.unit}>
      <td class="number">${hasData(one.late) ? rank : '–'}</td>
      <th scope="row">${one.alert ? html`<span class="wall-mark ${one.alert.toLowerCase()}" title=${u(one.alert)} aria-hidden="true">▲</span>` : nothing}<span class="wall-name" title=${one.name}>${one.name}</span>${one.alert ? html`<span class="unseen">, ${t('alert', { severity: u(one.alert) })}</span>` : nothing}</th>
      <td class="wall-bar">${limitBar(one.late, limit, end)}</td>
      <td class="number"><b class="${over ? 'late' : ''} ${hasData(one.late) ? '' : 'none'} ${marks.mark(`${one.unit} late`, one.late)}">${percent(one.late)}</b>${hasData(one.late) ? html`<span class="unseen">, ${standing(one.late, limit)}</span>` : nothing}</td>
      <td class="number"><span class=${marks.mark(`${one.unit} due`, one.open.dueSoon)}>${whole(one.open.dueSoon)}</span></td>
      <td class="number"><b class="${one.open.overdue > 0 ? 'late' : ''} ${marks.mark(`${one.unit} overdue`, one.open.overdue)}">${whole(one.open.overdue)}</b></td>
    </tr>`;
}

/** @param first how many units stand before these */
export function wallUnits(overview, units, first, marks) {
  const { limit } = overview;
  const view = { limit, marks, end: top(overview.units.map((one) => one.late), limit) };
  return html`
    <div class="wall-units">
      <h2 id="wall-units">${t('units')}</h2>
      ${units.length === 0 ? html`<p>${t('noUnits')}</p>` : html`
        <div class="wide" tabindex="0" role="region" aria-labelledby="wall-units">
          <table class="wall-table">
            <thead><tr><th class="number" scope="col">#</th><th scope="col">${u('unit')}</th><td class="wall-bar"></td><th scope="col" class="number">${u('late')}</th><th scope="col" class="number">${u('dueSoon')}</th><th scope="col" class="number">${u('overdue')}</th></tr></thead>
            <tbody>${repeat(units, (one) => one.unit, (one, index) => unit(one, first + index + 1, view))}</tbody>
          </table>
        </div>`}
    </div>`;
}

function said(alert) {
  if (alert.kind === 'rewritten') {
    return t('rewritten');
  }
  if (alert.kind === 'silent') {
    return t('silent');
  }
  const rate = (alert.now ?? alert.told)?.rate;
  return rate ? t('of', { rate: percent(rate), n: whole(rate.numerator), d: whole(rate.denominator) }) : '';
}

function alertItem(alert) {
  const severity = alert.state === 'frozen' ? 'FROZEN' : alert.severity;
  return html`
    <li class=${(severity ?? '').toLowerCase()}>
      <strong>${alert.scope === 'ALL' ? t('whole') : alert.scopeName || alert.scope}</strong>
      <span>${said(alert)}</span>
      ${severity ? html`<span class="badge ${severity.toLowerCase()}">${u(severity)}</span>` : nothing}
    </li>`;
}

export function wallAlerts({ total, alerts }) {
  const shown = alerts.slice(0, ALERTS);
  return html`
    <section class="wall-alerts" aria-labelledby="wall-alerts">
      <h2 id="wall-alerts">${t('alerts')} <span class="count">${whole(total)}</span></h2>
      ${total === 0 ? html`<p>${t('noAlerts')}</p>` : html`<ul>${repeat(shown, (alert) => alert.id, alertItem)}</ul>`}
      ${total > shown.length ? html`<p>${t('moreAlerts', { n: whole(total - shown.length) })}</p>` : nothing}
    </section>`;
}
