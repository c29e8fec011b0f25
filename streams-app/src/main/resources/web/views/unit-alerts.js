/** Everything that was told of a unit itself, the latest first, with who did what. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { moment, whole } from '../numbers.js';
import { address } from '../route.js';
import { cell, line, share, table } from '../tables.js';
import unitWords from '../words/unit.js';
import sharedWords from '../words/units.js';
import { asking } from './unit-part.js';

const t = words(unitWords);
const u = words(sharedWords);

function cause(step, scope) {
  if (step.act) {
    return `${step.act.author}: ${step.act.note}`;
  }
  if (step.dossier) {
    return html`<a href=${address('ho-so', { scope, id: step.dossier })}>${t('about', { id: step.dossier })}</a>`;
  }
  if (step.cause === 'CLOCK') {
    return t('clock');
  }
  return step.cause.startsWith('ACT:') ? t('person') : t('event', { id: step.cause });
}

function row(step, scope) {
  return line(moment(step.at),
    cell(t('step'), t(step.kind)),
    cell(t('severity'), step.severity ? u(step.severity) : '–'),
    share(u('late'), { numerator: step.late, denominator: step.dated }),
    cell(t('cause'), cause(step, scope)));
}

export function alertHistory(state, draw) {
  let at = 1;
  const part = asking(() => get(`/api/units/${encodeURIComponent(state.scope)}/alerts`, { page: at }));
  const turn = async (to) => {
    at = to;
    await part.ask();
    draw();
  };
  const list = ({ total, page, pageSize, history }) => {
    if (total === 0) {
      return html`<p>${t('alertsNone')}</p>`;
    }
    const columns = [{ name: t('at') }, { name: t('step') }, { name: t('severity') }, { name: u('late'), number: true }, { name: t('cause') }];
    return html`
      ${table(t('alertsCaption'), columns, history.map((step) => row(step, state.scope)))}
      ${total > pageSize ? html`
        <nav class="pages" aria-label=${t('pages', { list: t('alerts') })}>
          <button type="button" class="plain" ?disabled=${page === 1} @click=${() => turn(page - 1)}>${t('before')}</button>
          <button type="button" class="plain" ?disabled=${page * pageSize >= total} @click=${() => turn(page + 1)}>${t('after')}</button>
        </nav>` : nothing}`;
  };
  return {
    choose: () => (part.answer === null ? part.ask() : undefined),
    renew: () => part.ask(),
    show: () => html`
      <section aria-labelledby="unit-alerts">
        <h2 id="unit-alerts">${t('alerts')}${part.answer ? html` <span class="count">${whole(part.answer.total)}</span>` : nothing}</h2>
        ${part.note()}${part.answer === null ? nothing : list(part.answer)}
      </section>`,
  };
}
