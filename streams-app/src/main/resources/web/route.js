/** Where one is: the part of the address behind #, as #/don-vi?scope=H23&days=30. */

/** @return {view, parameters}; the overview when nothing is said */
export function parse(hash) {
  const [, view, rest] = /^#\/([a-z-]+)(?:\?(.*))?$/.exec(hash) ?? [];
  return { view: view ?? 'tong-quan', parameters: Object.fromEntries(new URLSearchParams(rest ?? '')) };
}

/** The address of a view; what is empty is left out, and so is the whole scope. */
export function address(view, parameters = {}) {
  const given = Object.entries(parameters)
    .filter(([name, value]) => value !== undefined && value !== null && value !== '' && !(name === 'scope' && value === 'ALL'));
  const text = new URLSearchParams(given).toString();
  return `#/${view}${text ? `?${text}` : ''}`;
}
