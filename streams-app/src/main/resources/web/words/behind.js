/** Words of the lists of dossiers behind figures. */
export default {
  vi: {
    close: 'Đóng',
    less: 'trừ {name}',
    part: '{name}: {figure}',
    loading: 'Đang tải…',
    none: 'không có hồ sơ nào',
    counted: 'tính {count}',
    more: 'Xem tiếp',
    moreLeft: 'Xem tiếp (còn {left})',
    on: 'ngày {day}',
  },
  en: {
    close: 'Close',
    less: 'less {name}',
    part: '{name}: {figure}',
    loading: 'Loading…',
    none: 'no dossier',
    counted: 'counted {count}',
    more: 'Show more',
    moreLeft: 'Show more ({left} left)',
    on: 'on {day}',
  },
};
