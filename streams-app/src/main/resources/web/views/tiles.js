/** The few figures a head looks at first, each leading to the dossiers behind it. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { words } from '../i18n.js';
import { hasData, percent, whole } from '../numbers.js';
import { address } from '../route.js';
import { span } from '../spans.js';
import { exceeds, limitBar, standing, top } from '../trends.js';
import overviewWords from '../words/overview.js';
import unitWords from '../words/units.js';

const t = words(overviewWords);
const u = words(unitWords);

const QUARTER = 'LEGAL_QUARTER';

function tile(key, href, name, figure, state, more) {
  return html`
    <li class="tile ${state}" data-tile=${key}>
      <a href=${href}>
        <span class="tile-name">${name}</span>
        ${figure}
        <span class="tile-more">${more}</span>
      </a>
    </li>`;
}

function number(marks, key, value) {
  return html`<strong class="figure ${marks.mark(key, value)}">${whole(value)}</strong>`;
}

function rate(marks, key, ratio) {
  return html`<strong class="figure ${hasData(ratio) ? '' : 'none'} ${marks.mark(key, ratio)}">${percent(ratio)}</strong>`;
}

function parts(ratio) {
  return hasData(ratio) ? t('dossiers', { n: whole(ratio.numerator), d: whole(ratio.denominator) }) : nothing;
}

/** The list behind a figure: a column of the report over the same days. */
function dossiers(overview, days, column) {
  return address('bao-cao', { scope: overview.scope, ...days, column });
}

function counts(overview, marks) {
  const { scope, today, open } = overview;
  const day = overview.now.slice(0, 10);
  const only = { from: day, to: day };
  return html`
    ${tile('received', dossiers(overview, only, 'received'), t('today'),
      number(marks, 'received', today.received), '',
      t('todayMore', { closed: whole(today.closed), late: whole(today.closedLate) }))}
    ${tile('inProgress', dossiers(overview, only, 'openInTime'), t('inProgress'),
      number(marks, 'inProgress', open.inProgress), '',
      t('openMore', { suspended: whole(open.suspended), undated: whole(open.undated) }))}
    ${tile('dueSoon', address('don-vi', { scope, list: 'due' }), u('dueSoon'),
      number(marks, 'dueSoon', open.dueSoon), open.dueSoon > 0 ? 'soon' : '',
      t('dueMore', { n: overview.dueSoonWorkingDays }))}
    ${tile('overdue', address('don-vi', { scope, list: 'overdue' }), u('overdue'),
      number(marks, 'overdue', open.overdue), open.overdue > 0 ? 'late' : '',
      t(open.overdue > 0 ? 'overdueMore' : 'overdueNone'))}`;
}

function rates(overview, marks) {
  const { limit } = overview;
  const quarter = span(QUARTER, overview.now.slice(0, 10));
  const { late, componentsDigitised, resultsDigitised } = overview.windows[QUARTER] ?? {};
  const over = exceeds(late, limit);
  return html`
    ${tile('late', dossiers(overview, quarter, 'closedLate'), u('late'),
      html`${rate(marks, 'late', late)}${limitBar(late, limit, top([late], limit))}`, over ? 'late wide-tile' : 'wide-tile',
      html`${parts(late)}${hasData(late) ? html`<span class="standing ${over ? 'late' : 'good'}">${standing(late, limit)}</span>` : nothing}`)}
    ${tile('componentsDigitised', dossiers(overview, quarter, 'componentsDigitised'), u('componentsDigitised'),
      rate(marks, 'componentsDigitised', componentsDigitised), '', parts(componentsDigitised))}
    ${tile('resultsDigitised', dossiers(overview, quarter, 'resultsDigitised'), u('resultsDigitised'),
      rate(marks, 'resultsDigitised', resultsDigitised), '', parts(resultsDigitised))}`;
}

export function tiles(overview, marks) {
  return html`
    <section aria-labelledby="tiles-now">
      <h2 id="tiles-now">${t('now')}</h2>
      <ul class="tiles">${counts(overview, marks)}</ul>
    </section>
    <section aria-labelledby="tiles-rates">
      <h2 id="tiles-rates">${t('rates')}</h2>
      <ul class="tiles">${rates(overview, marks)}</ul>
      <p class="over-time"><a href=${address('don-vi', { scope: overview.scope, window: QUARTER })}>${t('overTime')}</a></p>
    </section>`;
}
