/** One alert. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date, hasData, moment, noData, percent, whole } from '../../numbers.js';
import { address } from '../../route.js';
import { staleText } from '../../stale.js';
import dictionary from '../../words/alerts.js';
import unitWords from '../../words/units.js';
import { placeOf, viewOf } from './place.js';

const t = words(dictionary);
const u = words(unitWords);

function share(fraction) {
  return hasData(fraction)
    ? `${percent(fraction)} (${whole(fraction.numerator)} / ${whole(fraction.denominator)})`
    : html`<span class="none">${noData()}</span>`;
}

/** The threshold is a decimal fraction; printed like the rates beside it. */
function limit(threshold) {
  return percent({ numerator: Math.round(threshold * 1000000), denominator: 1000000 });
}

/** How much of what the threshold allows is used; said in words too, and without data not at all. */
function budget({ allowed, used }, dated) {
  if (dated <= 0) {
    return html`<span class="none">${noData()}</span>`;
  }
  const text = used > allowed
    ? t('budgetOver', { used: whole(used), allowed: whole(allowed), over: whole(used - allowed) })
    : t('budgetLeft', { used: whole(used), allowed: whole(allowed), left: whole(allowed - used) });
  // The border lies above the best value also where nothing is allowed: at it, browsers call what is
  // beyond no worse than fair.
  return html`<meter min="0" max=${Math.max(allowed, used, 1)} optimum="0" low=${allowed + 0.5} high=${allowed + 0.5}
    value=${used} aria-label=${t('budgetMeter', { text })}></meter><span class="parts">${text}</span>`;
}

function fact(name, content) {
  return html`<dt>${name}</dt><dd>${content}</dd>`;
}

function figures(alert) {
  const seen = alert.now ?? alert.told;
  return html`<dl class="facts">
    ${fact(t(alert.now ? 'rateTo' : 'rateOn', { day: date(seen.asOf) }), share(seen.rate))}
    ${seen.threshold === undefined ? nothing : html`
      ${fact(t('threshold'), t('above', { limit: limit(seen.threshold) }))}
      ${fact(t('budget'), budget(seen.budget, seen.dated))}`}
    ${fact(t('open'), t('openParts', { inTime: whole(seen.openInTime), overdue: whole(seen.openOverdue) }))}
    ${alert.now ? html`${fact(t('floor'), share(seen.floor))}${fact(t('forecast'), share(seen.forecast))}` : nothing}
  </dl>`;
}

function dossier(one, scope) {
  const values = { due: moment(one.dueAt), unit: one.unitName || one.unit };
  return html`<li><a href=${address('ho-so', { scope, id: one.dossierId, source: one.source })}>${one.dossierId}</a>${
    t(one.bucket === 'OPEN_OVERDUE' ? 'overdueSince' : 'dueAt', values)}</li>`;
}

function save(alert) {
  return html`<h3>${t('save')}</h3>
    <ul>${alert.dossiers.length === 0
      ? html`<li class="none">${t('saveNone')}</li>`
      : alert.dossiers.map((one) => dossier(one, alert.scope))}</ul>
    <p><a href=${address('don-vi', { scope: alert.scope, list: 'overdue' })}>${t('overdueList')}</a>,
      <a href=${address('don-vi', { scope: alert.scope, list: 'due' })}>${t('dueList')}</a>,
      <a href=${viewOf('bao-cao', alert.links.late)}>${t('lateList')}</a></p>`;
}

function fields(alert) {
  const total = whole(alert.now.late);
  return html`<h3>${t('fields')}</h3>
    <ul>${alert.fields.length === 0
      ? html`<li class="none">${t('fieldsNone')}</li>`
      : alert.fields.map((one) => html`<li>${
        t('fieldLate', { field: one.name || one.field || t('noField'), late: whole(one.late), total })}</li>`)}</ul>
    <p><a href=${viewOf('bao-cao', alert.links.fields)}>${t('byField')}</a></p>`;
}

function standing(alert) {
  const state = alert.reason ? t('told', { step: t(alert.state), more: t(alert.reason) }) : t(alert.state);
  const over = alert.state === 'cleared';
  return html`<p>${alert.severity ? html`<strong class="severity ${alert.severity}">${u(alert.severity)}</strong> ` : nothing}
    ${t(over ? 'sinceUntil' : 'since', { state, since: moment(alert.since), until: moment(alert.lastAt) })}</p>`;
}

function handled({ acknowledgement, waiting }) {
  const note = acknowledgement?.note ? `: ${acknowledgement.note}` : '';
  return html`
    ${acknowledgement ? html`<p>${
      t('handled', { author: acknowledgement.author ?? t('nobody'), until: moment(acknowledgement.until) })}${note}</p>` : nothing}
    ${waiting ? html`<p class="none">${t(`waiting${waiting.act}`, waiting)}</p>` : nothing}`;
}

function actions(alert, acts) {
  const last = alert.waiting?.act;
  const open = alert.kind === 'late' && alert.state !== 'cleared';
  const taken = last === 'ACKNOWLEDGE' || (alert.acknowledgement && last !== 'UNDO');
  return html`<div class="choices">
    ${open ? html`<button type="button" class="take" @click=${() => acts.ask(alert, false)}>${t(alert.acknowledgement ? 'prolong' : 'take')}</button>` : nothing}
    ${open && taken ? html`<button type="button" class="plain undo" @click=${() => acts.ask(alert, true)}>${t('undo')}</button>` : nothing}
    <button type="button" class="plain history" @click=${() => acts.history(alert)}>${t('history')}</button>
  </div>`;
}

function late(alert) {
  return html`${standing(alert)}
    <p class="note">${t('window', { from: date(alert.from), to: date(alert.to), rule: alert.rule })}</p>
    ${handled(alert)}
    ${alert.stale ? html`<p class="stale">${staleText(alert.stale)}</p>` : nothing}
    ${figures(alert)}
    ${alert.now ? html`<div class="halves"><div>${save(alert)}</div><div>${fields(alert)}</div></div>` : nothing}`;
}

function rewritten(alert) {
  return html`<p>${t('rewrittenSays', { since: moment(alert.since) })}<a
    href=${address('ho-so', { scope: alert.scope, id: alert.dossier })}>${alert.dossier}</a></p>`;
}

function silent(alert) {
  return html`<p>${t(alert.state === 'cleared' ? 'silentSaid' : 'silentSays', { since: moment(alert.since), until: moment(alert.lastAt) })}</p>`;
}

const BODIES = { late, rewritten, silent };

/**
 * An alert with all a head needs.
 *
 * @param acts ask: with the alert and whether its acknowledgement is taken back; history: with the alert
 */
export function card(alert, acts) {
  const title = alert.kind === 'silent' ? t('source', { name: alert.scope }) : placeOf(alert);
  return html`<article class="alert" data-alert=${alert.id} tabindex="-1">
    <h2>${title}</h2>
    ${BODIES[alert.kind](alert)}
    ${actions(alert, acts)}
  </article>`;
}
