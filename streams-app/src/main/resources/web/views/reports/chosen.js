/** The report that one chooses, the way to publish it, and all that were made. */
import { html, nothing, render } from '../../lib/lit-html/lit-html.js';
import { get } from '../../api.js';
import { words } from '../../i18n.js';
import { date } from '../../numbers.js';
import { address } from '../../route.js';
import { fault } from '../../said.js';
import { staleText, staleUnits } from '../../stale.js';
import { unitNames } from '../../units.js';
import columnWords from '../../words/columns.js';
import dictionary from '../../words/reports.js';
import { choiceOf, periodFields, periodParameters, periodSteps } from '../period.js';
import { detailTable } from './detail.js';
import { drill } from './drill.js';
import { formTable, paragraphs } from './form.js';
import { makeForm } from './make.js';
import { snapshotList } from './snapshots.js';

const t = words(dictionary);
const column = words(columnWords);
const SPLITS = { none: 'byNone', field: 'byField', procedure: 'byProcedure' };
const FORMS = { '': 'detail', strict: 'strict', 'II.06a': 'II.06a' };

export async function showChosen(place, parameters, context) {
  const [{ now }, units] = await Promise.all([get('/api/ratios', { scope: context.scope }), unitNames()]);
  const choice = {
    ...choiceOf(parameters, now),
    by: parameters.by in SPLITS ? parameters.by : 'none',
    form: parameters.form in FORMS ? parameters.form : '',
    knownOn: parameters.knownOn ?? '',
  };
  const at = { report: null, stale: null, fault: null, done: nothing };
  let asked = 0;
  const follow = drill(draw, context.scope);
  const open = (...all) => follow.open(place, ...all);
  const list = snapshotList(draw, context, units);
  const make = makeForm(draw, context, () => wanted(), (made) => list.load().then(() => made));

  function draw() {
    render(page(), place);
  }

  function wanted() {
    return { ...periodParameters(choice), knownOn: choice.knownOn, by: choice.by === 'none' ? '' : choice.by, form: choice.form };
  }

  /** What was shown stays when the server refuses. */
  async function load() {
    const mine = asked += 1;
    try {
      const [report, live] = await Promise.all([
        get('/api/report', { scope: context.scope, ...wanted() }), get('/api/ratios', { scope: context.scope })]);
      if (mine === asked) {
        // A period that is over lacks nothing that a source says today.
        Object.assign(at, { report: { ...report, by: choice.by }, stale: report.to >= report.now.slice(0, 10) ? live.stale : null, fault: null });
      }
    } catch (error) {
      at.fault = mine === asked ? error : at.fault;
    }
    if (mine === asked) {
      draw();
    }
  }

  function choose(changes) {
    Object.assign(choice, changes);
    draw();
  }

  function submit(event) {
    event.preventDefault();
    history.pushState(null, '', address('bao-cao', { scope: context.scope, ...wanted() }));
    load();
  }

  function step(next) {
    choose(next);
    history.pushState(null, '', address('bao-cao', { scope: context.scope, ...wanted() }));
    load();
  }

  function select(name, options) {
    return html`<select name=${name} @change=${(event) => choose({ [name]: event.target.value })}>${Object.entries(options).map(([value, word]) => html`
      <option value=${value} .selected=${value === choice[name]}>${t(word)}</option>`)}</select>`;
  }

  function chooser() {
    return html`<form class="chooser" aria-label=${t('choose')} @submit=${submit}>
      ${periodFields(choice, choose)}
      <label>${t('by')} ${select('by', SPLITS)}</label>
      <label>${t('form')} ${select('form', FORMS)}</label>
      <label>${t('knownOn')} <input name="knownOn" type="date" .value=${choice.knownOn} @change=${(event) => choose({ knownOn: event.target.value })}></label>
      <button type="submit">${t('view')}</button>
      ${periodSteps(choice, step)}
      <button type="button" class="plain print" @click=${() => window.print()}>${t('print')}</button>
    </form>`;
  }

  function cut() {
    const { from, to, knownOn, by } = at.report;
    return { scope: context.scope, from, to, knownOn, by };
  }

  function figures() {
    const { report } = at;
    if (!report) {
      return nothing;
    }
    const body = report.rows.length === 0
      ? html`<p class="empty">${t('periodFor', { place: placeName(), from: date(report.from), to: date(report.to) })}. ${t('empty')}</p>`
      : report.form ? formTable(report.form, report, cut(), open) : detailTable(report, cut(), staleUnits(at.stale), open);
    return html`
      ${at.stale ? html`<p class="stale">${staleText(at.stale)}</p>` : nothing}
      ${report.to >= report.now.slice(0, 10) ? html`<p class="provisional">${t('provisional')}</p>` : nothing}
      ${report.knownOn ? html`<p class="provisional">${t('known', { day: date(report.knownOn) })}</p>` : nothing}
      ${body}
      ${report.form && report.rows.length > 0 ? paragraphs(report.form, () => context.say(t('copied'))) : nothing}`;
  }

  function placeName() {
    return context.scope === 'ALL' ? t('total') : units(context.scope);
  }

  function page() {
    return html`<h1>${t('title')}<span class="scope-name">: ${placeName()}</span></h1>
      ${chooser()}
      ${fault(at.fault)}
      <section class="report">${figures()}</section>
      ${make.template()}
      ${list.template()}
      ${follow.template()}`;
  }

  /** An address may ask for the dossiers behind a figure of the total, as messages and alerts do. */
  function openAsked() {
    const code = parameters.column;
    if (at.report && code in columnWords.vi) {
      const { scope, from, to, knownOn } = cut();
      const { unit, field, procedure, knownAfter } = parameters;
      open(column(code), unit ?? placeName(), [{ code, less: false, parameters: { scope, from, to, knownOn, unit, field, procedure, knownAfter } }]);
    }
  }

  await Promise.all([load(), list.load()]);
  openAsked();
  return () => { asked += 1; };
}
