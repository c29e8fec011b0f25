/** The language of the page: Vietnamese, or English by the switch. What the server says stays in Vietnamese. */

const KEPT = 'motcua.language';
const LANGUAGES = ['vi', 'en'];

let current = LANGUAGES.includes(localStorage.getItem(KEPT)) ? localStorage.getItem(KEPT) : 'vi';
document.documentElement.lang = current;

export function language() {
  return current;
}

export function setLanguage(wanted) {
  current = wanted;
  localStorage.setItem(KEPT, wanted);
  document.documentElement.lang = wanted;
}

/**
 * The words of a part of the page.
 *
 * @param dictionary {vi, en}, each with the same keys; {name} in a text stands for a value
 * @return a function from key and values to text; a key that is missing is a fault of ours and is thrown
 */
export function words(dictionary) {
  return (key, values = {}) => {
    const text = dictionary[current][key];
    if (text === undefined) {
      throw new Error(`no word "${key}" in ${current}`);
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };
}
