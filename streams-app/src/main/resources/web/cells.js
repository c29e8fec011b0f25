/** Cells of the tables. Roles are written out: on narrow screens tables are laid out as cards, which takes theirs away. */
import { NO_DATA } from './numbers.js';

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** A figure; the label stands before it on narrow screens. */
export function cell(label, text) {
  const made = element('td', 'so');
  made.dataset.nhan = label;
  made.setAttribute('role', 'cell');
  made.append(element('span', text === NO_DATA ? 'khong' : '', text));
  return made;
}

/** The head of a row: a unit with its code. */
export function head(name, code) {
  const made = element('th', '', name);
  made.scope = 'row';
  made.setAttribute('role', 'rowheader');
  if (code) {
    made.append(element('span', 'ma', code));
  }
  return made;
}
