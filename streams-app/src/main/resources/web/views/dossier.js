/** "Hồ sơ": one dossier, found by its code; two sources may share one. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { fault } from '../said.js';
import { unitNames } from '../units.js';
import dictionary from '../words/dossier.js';
import { dossierHistory } from './dossier/history.js';

const t = words(dictionary);

export async function show(place, parameters, context) {
  const id = parameters.id ?? '';
  const at = { found: null, fault: null };
  const [marks, name] = await Promise.all([get('/api/marks').catch(() => []), unitNames()]);
  const meanings = new Map(marks.map((mark) => [mark.code, mark.meaning]));

  function find(event) {
    event.preventDefault();
    context.go('ho-so', { id: new FormData(event.target).get('id').trim() });
  }

  if (id) {
    context.title(t('one', { id }));
    try {
      at.found = await get(`/api/dossiers/${encodeURIComponent(id)}`, { source: parameters.source });
    } catch (error) {
      at.fault = error;
    }
  }
  render(html`<h1>${id ? t('one', { id }) : t('title')}</h1>
    <form class="find" role="search" aria-label=${t('find')} @submit=${find}>
      <label>${t('code')} <input name="id" required size="32" autocomplete="off" spellcheck="false" .value=${id}></label>
      <button type="submit">${t('search')}</button>
    </form>
    ${fault(at.fault)}
    ${at.found?.dossiers.length > 1 ? html`<p class="note">${t('several', { count: at.found.dossiers.length })}</p>` : nothing}
    ${at.found ? at.found.dossiers.map((one) => dossierHistory(one, meanings, name)) : nothing}`, place);
  return () => {};
}
