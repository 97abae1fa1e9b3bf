import type { HolidayCalendar } from './holidays';

/**
 * Mainland China's public holidays for the years announced so far: every day off of each arrangement, the
 * weekend days inside it included, and the weekend days worked in exchange (调休). Taken from the General
 * Office of the State Council's yearly notices, 《国务院办公厅关于…年部分节假日安排的通知》:
 * 2024 国办发明电〔2023〕7号 (25 October 2023), 2025 国办发明电〔2024〕12号 (12 November 2024),
 * 2026 国办发明电〔2025〕7号 (4 November 2025). Nobody can work out the next year's before its notice, so
 * the calendar ends with the last year that has one. School holidays are each province's own.
 */
export const chinaHolidays: HolidayCalendar = {
  from: '2024-01-01',
  until: '2026-12-31',
  publicHolidays: [
    '2024-01-01',
    '2024-02-10/2024-02-17',
    '2024-04-04/2024-04-06',
    '2024-05-01/2024-05-05',
    '2024-06-10',
    '2024-09-15/2024-09-17',
    '2024-10-01/2024-10-07',
    '2025-01-01',
    '2025-01-28/2025-02-04',
    '2025-04-04/2025-04-06',
    '2025-05-01/2025-05-05',
    '2025-05-31/2025-06-02',
    '2025-10-01/2025-10-08',
    '2026-01-01/2026-01-03',
    '2026-02-15/2026-02-23',
    '2026-04-04/2026-04-06',
    '2026-05-01/2026-05-05',
    '2026-06-19/2026-06-21',
    '2026-09-25/2026-09-27',
    '2026-10-01/2026-10-07',
  ],
  workdays: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
};
