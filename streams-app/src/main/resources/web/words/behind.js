/** Words of the lists of dossiers behind figures. */
export default {
  vi: {
    close: 'Đóng',
    less: 'trừ {name}',
    part: '{name}: {figure}',
    loading: 'Đang tải…',
    none: 'không có hồ sơ nào',
    counted: 'tính {count}',
    more: 'Xem tiếp (còn {left})',
    list: 'Hồ sơ: {name}',
    on: 'ngày {day}',
  },
  en: {
    close: 'Close',
    less: 'less {name}',
    part: '{name}: {figure}',
    loading: 'Loading…',
    none: 'no dossier',
    counted: 'counted {count}',
    more: 'Show more ({left} left)',
    list: 'Dossiers: {name}',
    on: 'on {day}',
  },
};
