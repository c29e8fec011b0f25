/** What the server says: it speaks Vietnamese also on a page in English, and screen readers are told so. */
import { html, nothing } from './lib/lit-html/lit-html.js';

export function said(text) {
  return html`<span lang="vi">${text}</span>`;
}

/** Why something did not work; nothing when it did. What the server did not say is in the page's own language. */
export function fault(error) {
  if (!error) {
    return nothing;
  }
  return html`<p class="fault" role="alert" lang=${error.status ? 'vi' : nothing}>${error.message}</p>`;
}
