/** Numbers and dates as readers of the chosen language read them: 12.860, 99,43% and 5/9/2026, or 12,860, 99.43% and 5 Sep 2026. */
import { language, words } from './i18n.js';

const t = words({
  vi: {
    none: 'không có số liệu',
    now: 'vừa xong',
    seconds: '{n} giây trước',
    minutes: '{n} phút trước',
    hours: '{n} giờ trước',
    days: '{n} ngày trước',
  },
  en: {
    none: 'no data',
    now: 'just now',
    seconds: '{n} s ago',
    minutes: '{n} min ago',
    hours: '{n} h ago',
    days: '{n} days ago',
  },
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What stands where there is nothing to divide by: never 0 % and never 100 %. */
export function noData() {
  return t('none');
}

export function hasData(ratio) {
  return Boolean(ratio) && ratio.denominator > 0;
}

export function whole(number) {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, language() === 'vi' ? '.' : ',');
  return number < 0 ? `-${digits}` : digits;
}

/** A percentage in exact integers, two decimals, half up: floating point would round some halves down. */
export function percent(ratio) {
  if (!hasData(ratio)) {
    return noData();
  }
  const n = BigInt(ratio.numerator);
  const d = BigInt(ratio.denominator);
  const magnitude = n < 0n ? -n : n;
  const hundredths = (magnitude * 20000n + d) / (2n * d);
  const mark = language() === 'vi' ? ',' : '.';
  const text = `${whole(Number(hundredths / 100n))}${mark}${String(hundredths % 100n).padStart(2, '0')}%`;
  return n < 0n ? `-${text}` : text;
}

/** The day of an ISO date or time, as written there. */
export function date(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return language() === 'vi' ? `${day}/${month}/${year}` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Hour and minute of an ISO time, as written there, and its day. */
export function moment(iso) {
  return `${iso.slice(11, 16)} ${date(iso)}`;
}

/** How long ago, from two times in milliseconds. */
export function age(then, now) {
  const seconds = Math.floor((now - then) / 1000);
  if (seconds < 1) {
    return t('now');
  }
  if (seconds < 60) {
    return t('seconds', { n: seconds });
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return t('minutes', { n: minutes });
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('hours', { n: hours }) : t('days', { n: whole(Math.floor(hours / 24)) });
}
