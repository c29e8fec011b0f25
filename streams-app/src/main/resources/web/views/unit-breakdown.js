/** A unit's report split by field or by procedure, over the chosen window. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { date, whole } from '../numbers.js';
import { address } from '../route.js';
import { span } from '../spans.js';
import { count, line, share, table } from '../tables.js';
import { portion } from '../trends.js';
import unitWords from '../words/unit.js';
import sharedWords from '../words/units.js';
import { asking } from './unit-part.js';

const t = words(unitWords);
const u = words(sharedWords);

/** A report has a row for each unit and field: of more units than these it is asked for by a button. */
const AT_ONCE = 40;

const FIRST = 15;

const SUMMED = ['received', 'closedEarly', 'closedOnTime', 'closedLate', 'closedUndated', 'openOverdue'];

function unitsBelow(tree, scope) {
  const inside = (unit) => scope === 'ALL' || unit.code === scope || (unit.parent !== null && tree.byCode.has(unit.parent) && inside(tree.byCode.get(unit.parent)));
  return tree.list.filter(inside).length;
}

/** Rows of all units of the scope with one field or procedure, added up. */
function groups(rows, by) {
  const found = new Map();
  for (const row of rows) {
    const key = row[by] ?? '';
    const sum = found.get(key) ?? { key, late: { numerator: 0, denominator: 0 }, ...Object.fromEntries(SUMMED.map((column) => [column, 0])) };
    SUMMED.forEach((column) => { sum[column] += row[column]; });
    sum.late.numerator += row.ratios.late.numerator;
    sum.late.denominator += row.ratios.late.denominator;
    found.set(key, sum);
  }
  return [...found.values()].sort((one, other) => (portion(other.late) ?? -1) - (portion(one.late) ?? -1)
    || other.openOverdue - one.openOverdue || other.received - one.received || one.key.localeCompare(other.key));
}

function closed(sum) {
  return sum.closedEarly + sum.closedOnTime + sum.closedLate + sum.closedUndated;
}

function row(sum) {
  return line(sum.key || t('none'), count(u('received'), sum.received), count(t('closed'), closed(sum)),
    count(t('closedLate'), sum.closedLate), share(u('late'), sum.late), count(u('overdue'), sum.openOverdue));
}

export function breakdown(state, draw, choose) {
  const { choice } = state;
  const many = unitsBelow(state.tree, state.scope);
  let wanted = many <= AT_ONCE;
  let all = false;
  const part = asking(async () => {
    const { window, by } = choice;
    return { window, by, report: await get('/api/report', { scope: state.scope, ...span(window, state.today()), by }) };
  });
  const renew = () => (wanted ? part.ask() : undefined);
  const want = async () => {
    wanted = true;
    draw();
    await part.ask();
    draw();
  };
  const showAll = () => {
    all = true;
    draw();
  };
  const figures = ({ window, by, report }) => {
    const found = groups(report.rows, by);
    if (found.length === 0) {
      return html`<p>${t('breakdownEmpty')}</p>`;
    }
    const shown = all ? found : found.slice(0, FIRST);
    const columns = [u('received'), t('closed'), t('closedLate'), u('late'), u('overdue')].map((name) => ({ name, number: true }));
    return html`
      ${table(t('breakdownCaption', { by: t(by), window: u(window), from: date(report.from), to: date(report.to) }), [{ name: t(by) }, ...columns], shown.map(row))}
      ${shown.length < found.length ? html`<button type="button" class="plain" @click=${showAll}>${t('showAll', { n: found.length })}</button>` : nothing}
      <p><a href=${address('bao-cao', { scope: state.scope, from: report.from, to: report.to, by })}>${t('toReport')}</a></p>`;
  };
  return {
    choose: () => {
      all = false;
      return renew();
    },
    renew,
    show: () => html`
      <section aria-labelledby="breakdown">
        <h2 id="breakdown">${t('breakdown')}</h2>
        <div class="choices">
          <label>${t('by')}
            <select name="by" @change=${(event) => choose({ by: event.target.value })}>
              ${['field', 'procedure'].map((by) => html`<option value=${by} .selected=${by === choice.by}>${t(by)}</option>`)}
            </select>
          </label>
        </div>
        ${wanted ? part.note() : html`<p class="note">${t('breakdownWait', { n: whole(many) })}</p><button type="button" @click=${want}>${t('breakdownAsk')}</button>`}
        ${part.answer === null ? nothing : figures(part.answer)}
      </section>`,
  };
}
