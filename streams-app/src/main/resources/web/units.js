/** The tree of units, asked for once. */
import { get } from './api.js';

let asked;

/** @return {list, byCode, name(code)}; list in the order of the tree, each with its depth */
export function unitTree() {
  asked ??= get('/api/units').then(({ units }) => order(units));
  asked.catch(() => { asked = undefined; });
  return asked;
}

/** What units are called; by their codes while the tree cannot be had. */
export function unitNames() {
  return unitTree().then((tree) => tree.name, () => (code) => code);
}

function order(units) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const children = new Map();
  for (const unit of units) {
    const parent = byCode.has(unit.parent) ? unit.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const list = [];
  const walk = (parent, depth) => (children.get(parent) ?? []).forEach((unit) => {
    list.push({ ...unit, depth });
    walk(unit.code, depth + 1);
  });
  walk(null, 0);
  return { list, byCode, name: (code) => byCode.get(code)?.name ?? code };
}
