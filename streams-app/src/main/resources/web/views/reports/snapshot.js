/** One report as it was published: form, words, files, versions, who did what, and its revision. */
import { html, nothing, render } from '../../lib/lit-html/lit-html.js';
import { get } from '../../api.js';
import { words } from '../../i18n.js';
import { date, moment } from '../../numbers.js';
import { address } from '../../route.js';
import { fault, said } from '../../said.js';
import { unitNames } from '../../units.js';
import dictionary from '../../words/reports.js';
import { comparison } from './comparison.js';
import { drill } from './drill.js';
import { formTable, paragraphs } from './form.js';
import { revision } from './revision.js';
import { allHeads } from './snapshots.js';
import { sameSubject, stateOf } from './versions.js';

const t = words(dictionary);
const DOCUMENTS = { report: 'report', late: 'latelist', shortfall: 'shortfall', summary: 'summary' };
const FORMATS = ['xlsx', 'docx', 'pdf'];

function downloads(head) {
  const link = (code, format) => html`<a href=${`/api/snapshots/${head.id}.${format}?document=${code}`} download
    aria-label=${t('file', { document: t(DOCUMENTS[code]), format: format.toUpperCase() })}>${format.toUpperCase()}</a>`;
  return html`<section class="downloads" aria-labelledby="downloads-title"><h2 id="downloads-title">${t('downloads')}</h2>
    <ul>${Object.keys(DOCUMENTS).map((code) => html`<li>${t(DOCUMENTS[code])}: ${
      FORMATS.map((format, index) => html`${index === 0 ? nothing : ', '}${link(code, format)}`)}</li>`)}</ul></section>`;
}

function acts(all) {
  return html`<section class="acts" aria-labelledby="acts-title"><h2 id="acts-title">${t('history')}</h2>
    <ul>${all.map((one) => html`<li>${t('act', { at: moment(one.at), act: t(one.act), author: one.author })}</li>`)}</ul></section>`;
}

function about(snapshot) {
  const { head } = snapshot;
  return html`<p>${t('about', { state: stateOf(head), day: date(head.knownOn), policy: head.policy })} <code>${snapshot.sha256}</code></p>
    ${head.reason ? html`<p>${t('because', { id: head.revises })}${t(head.kind).toLowerCase()}: ${said(`${head.reason}.`)}</p>` : nothing}`;
}

export async function showSnapshot(place, parameters, context) {
  const at = { snapshot: await get(`/api/snapshots/${encodeURIComponent(parameters.snapshot)}`), others: [], fault: null };
  const { head } = at.snapshot;
  const name = await unitNames();
  at.others = (await allHeads()).filter((other) => other.id !== head.id && sameSubject(other, head));
  const follow = drill(draw, context.scope);
  const open = (...all) => follow.open(place, ...all);
  const compare = comparison(draw, at.snapshot, at.others, open, name);
  const revise = revision(draw, context, head, open, name);

  function draw() {
    render(page(), place);
  }

  function page() {
    const title = t('snapshotTitle', {
      id: head.id, place: head.scope === 'ALL' ? t('total') : name(head.scope), from: date(head.from), to: date(head.to) });
    const cut = { scope: head.scope, from: head.from, to: head.to, by: head.by, knownOn: head.knownOn };
    return html`<h1 tabindex="-1">${title}</h1>
      <p class="screen"><a href=${address('bao-cao', { scope: context.scope })}>${t('back')}</a></p>
      ${fault(at.fault)}
      ${about(at.snapshot)}
      ${downloads(head)}
      <section class="report">${formTable(at.snapshot.form, at.snapshot.report, cut, open)}</section>
      ${paragraphs(at.snapshot.form, () => context.say(t('copied')))}
      ${compare.template()}
      ${acts(at.snapshot.acts)}
      ${revise.template()}
      ${follow.template()}`;
  }

  context.title(t('snapshotTitle', { id: head.id, place: head.scope, from: date(head.from), to: date(head.to) }));
  await Promise.all([compare.load(parameters.with), revise.load()]);
  draw();
  place.querySelector('h1').focus();
  return () => {};
}
