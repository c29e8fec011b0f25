/** What was told of an alert or a unit, and who did what. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date, hasData, moment, percent, whole } from '../../numbers.js';
import { cell, table } from '../../tables.js';
import dictionary from '../../words/alerts.js';
import unitWords from '../../words/units.js';
import { placeOf } from './place.js';

const t = words(dictionary);
const u = words(unitWords);
const ONE_SHOT = 'late-rewritten';

function happened(step) {
  const name = step.rule === ONE_SHOT ? t('rewritten') : t(step.kind);
  const more = step.reason ? t(step.reason) : step.until ? t('untilTime', { until: moment(step.until) }) : '';
  return more ? t('told', { step: name, more }) : name;
}

function cause(step) {
  if (step.act) {
    return `${step.act.author}: ${step.act.note}`;
  }
  if (step.dossier) {
    return t('byDossier', { id: step.dossier });
  }
  if (step.cause === 'CLOCK') {
    return t('byClock');
  }
  return step.cause.startsWith('ACT:') ? t('bySomebody') : t('byEvent', { id: step.cause });
}

/** A step without figures has none, not 0. */
function rate(step) {
  const ratio = { numerator: step.late, denominator: step.dated };
  return hasData(ratio) ? `${percent(ratio)} (${whole(step.late)} / ${whole(step.dated)})` : '–';
}

function row(step, withWindow) {
  return html`<tr role="row">
    ${cell(t('at'), moment(step.at))}
    ${withWindow ? cell(t('from'), date(step.from)) : nothing}
    ${cell(t('step'), happened(step))}
    ${cell(t('severity'), step.severity ? u(step.severity) : '–')}
    ${cell(t('late'), rate(step))}
    ${cell(t('cause'), cause(step))}
  </tr>`;
}

function steps(caption, all, withWindow) {
  const names = ['at', ...(withWindow ? ['from'] : []), 'step', 'severity', 'late', 'cause'];
  return table(caption, names.map((name) => ({ name: t(name) })), all.map((step) => row(step, withWindow)));
}

/** All steps of one alert, the first first. */
export function oneHistory(alert) {
  return html`<h2>${t('historyOf', { place: placeOf(alert) })}</h2>
    ${steps(t('firstFirst', { from: date(alert.from) }), alert.history, false)}`;
}

/**
 * A page of everything told of a unit, the latest first.
 *
 * @param turn asked with the number of another page
 */
export function unitHistory(found, turn) {
  const title = html`<h2>${t('historyOfUnit', { place: placeOf(found) })}</h2>`;
  if (found.total === 0) {
    return html`${title}<p>${t('noHistory')}</p>`;
  }
  return html`${title}
    ${steps(t('latestFirst', { total: whole(found.total) }), found.history, true)}
    <div class="choices">
      ${found.page > 1 ? html`<button type="button" class="plain" @click=${() => turn(found.page - 1)}>${t('newer')}</button>` : nothing}
      ${found.page * found.pageSize < found.total
        ? html`<button type="button" class="plain" @click=${() => turn(found.page + 1)}>${t('older')}</button>` : nothing}
    </div>`;
}
