// The rules that both sides are asked about: [name, first local time, rule].
import { seeded } from "./random.mjs";

/** The examples of RFC 5545, section 3.8.5.3, in its order. UNTIL is written in local time. */
export const examples = [
  ["daily for 10 occurrences", "1997-09-02T09:00", "FREQ=DAILY;COUNT=10"],
  ["daily until December 24, 1997", "1997-09-02T09:00", "FREQ=DAILY;UNTIL=19971224T000000"],
  ["every other day - forever", "1997-09-02T09:00", "FREQ=DAILY;INTERVAL=2"],
  ["every 10 days, 5 occurrences", "1997-09-02T09:00", "FREQ=DAILY;INTERVAL=10;COUNT=5"],
  ["every day in January, for 3 years, by year", "1998-01-01T09:00",
    "FREQ=YEARLY;UNTIL=20000131T140000;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA"],
  ["every day in January, for 3 years, by day", "1998-01-01T09:00", "FREQ=DAILY;UNTIL=20000131T140000;BYMONTH=1"],
  ["weekly for 10 occurrences", "1997-09-02T09:00", "FREQ=WEEKLY;COUNT=10"],
  ["weekly until December 24, 1997", "1997-09-02T09:00", "FREQ=WEEKLY;UNTIL=19971224T000000"],
  ["every other week - forever", "1997-09-02T09:00", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"],
  ["weekly on Tuesday and Thursday for five weeks, until", "1997-09-02T09:00",
    "FREQ=WEEKLY;UNTIL=19971007T000000;WKST=SU;BYDAY=TU,TH"],
  ["weekly on Tuesday and Thursday for five weeks, count", "1997-09-02T09:00",
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH"],
  ["every other week on Monday, Wednesday, and Friday", "1997-09-01T09:00",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000;WKST=SU;BYDAY=MO,WE,FR"],
  ["every other week on Tuesday and Thursday, for 8", "1997-09-02T09:00",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH"],
  ["monthly on the first Friday for 10", "1997-09-05T09:00", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR"],
  ["monthly on the first Friday until", "1997-09-05T09:00", "FREQ=MONTHLY;UNTIL=19971224T000000;BYDAY=1FR"],
  ["every other month on the first and last Sunday", "1997-09-07T09:00",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU"],
  ["monthly on the second-to-last Monday for 6 months", "1997-09-22T09:00", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"],
  ["monthly on the third-to-the-last day", "1997-09-28T09:00", "FREQ=MONTHLY;BYMONTHDAY=-3"],
  ["monthly on the 2nd and 15th", "1997-09-02T09:00", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"],
  ["monthly on the first and last day", "1997-09-30T09:00", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"],
  ["every 18 months on the 10th thru 15th", "1997-09-10T09:00",
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15"],
  ["every Tuesday, every other month", "1997-09-02T09:00", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"],
  ["yearly in June and July for 10", "1997-06-10T09:00", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7"],
  ["every other year on January, February, and March", "1997-03-10T09:00",
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3"],
  ["every third year on the 1st, 100th, and 200th day", "1997-01-01T09:00",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200"],
  ["every 20th Monday of the year", "1997-05-19T09:00", "FREQ=YEARLY;BYDAY=20MO"],
  ["Monday of week number 20", "1997-05-12T09:00", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"],
  ["every Thursday in March", "1997-03-13T09:00", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH"],
  ["every Thursday in June, July, and August", "1997-06-05T09:00", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"],
  ["every Friday the 13th", "1998-02-13T09:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"],
  ["the first Saturday after the first Sunday", "1997-09-13T09:00",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13"],
  ["every 4 years, U.S. Presidential Election day", "1996-11-05T09:00",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"],
  ["the third of Tuesday, Wednesday, or Thursday", "1997-09-04T09:00",
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"],
  ["the second-to-last weekday of the month", "1997-09-29T09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"],
  ["every 3 hours from 9:00 to 17:00", "1997-09-02T09:00", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000"],
  ["every 15 minutes for 6", "1997-09-02T09:00", "FREQ=MINUTELY;INTERVAL=15;COUNT=6"],
  ["every hour and a half for 4", "1997-09-02T09:00", "FREQ=MINUTELY;INTERVAL=90;COUNT=4"],
  ["every 20 minutes from 9:00 to 16:40, daily", "1997-09-02T09:00",
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40"],
  ["every 20 minutes from 9:00 to 16:40, minutely", "1997-09-02T09:00",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16"],
  ["a week begins on Monday", "1997-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"],
  ["a week begins on Sunday", "1997-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"],
  ["a day that months do not have is left out", "2007-01-15T09:00", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"],
];

/** Days that not every year or month has. */
export const leapDays = [
  ["every 29th of February", "2024-02-29T20:00", "FREQ=YEARLY"],
  ["every 29th of February, by month", "2024-02-29T20:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"],
  ["the last day of February", "2023-02-28T20:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"],
  ["every month's last day", "2023-12-31T20:00", "FREQ=MONTHLY;BYMONTHDAY=-1"],
  ["every 31st", "2024-01-31T20:00", "FREQ=MONTHLY"],
  ["every 30th", "2024-01-30T20:00", "FREQ=MONTHLY;BYMONTHDAY=30"],
  ["the 366th day", "2024-12-31T20:00", "FREQ=YEARLY;BYYEARDAY=366"],
  ["the last day of the year", "2023-12-31T20:00", "FREQ=YEARLY;BYYEARDAY=-1"],
  ["the 60th day", "2023-03-01T20:00", "FREQ=YEARLY;BYYEARDAY=60"],
  ["week 52", "2020-12-21T20:00", "FREQ=YEARLY;BYWEEKNO=52;BYDAY=MO"],
  ["week 1", "2024-01-02T20:00", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=TU"],
  ["the fifth Thursday", "2024-02-29T20:00", "FREQ=MONTHLY;BYDAY=5TH"],
  ["every fourth year's leap day over 2100", "2088-02-29T20:00", "FREQ=YEARLY;COUNT=5"],
];

// Where ical.js 2.2 departs from the RFC: it lets "the same day each year" slip from February 29 to March 1, and walks
// on by weeks from a numbered week or a numbered weekday of the year.
export const notForIcalJs = new Set([
  "every 20th Monday of the year", "Monday of week number 20", "every 29th of February", "week 52", "week 1",
  "every fourth year's leap day over 2100",
]);

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function randomRule(dice) {
  const interval = dice.below(3) === 0 ? `;INTERVAL=${2 + dice.below(3)}` : "";
  const end = dice.below(2) === 0 ? `;COUNT=${1 + dice.below(30)}` : "";
  const kind = dice.below(7);
  if (kind === 0) return `FREQ=DAILY${interval}${end}`;
  if (kind === 1) return `FREQ=WEEKLY${interval};BYDAY=${dice.some(days, 4).join(",")}${end}`;
  if (kind === 2) return `FREQ=MONTHLY${interval};BYDAY=${dice.of([1, 2, 3, 4, -1, -2])}${dice.of(days)}${end}`;
  if (kind === 3) return `FREQ=MONTHLY${interval};BYMONTHDAY=${dice.some([1, 5, 13, 15, 28, 29, 30, 31, -1, -2], 3).join(",")}${end}`;
  if (kind === 4) return `FREQ=MONTHLY${interval};BYDAY=${dice.some(days, 5).join(",")};BYSETPOS=${dice.of([1, -1])}${end}`;
  if (kind === 5) return `FREQ=YEARLY${interval};BYMONTH=${dice.some([1, 2, 3, 6, 10, 11, 12], 3).join(",")};BYDAY=${dice.of([1, 2, -1])}${dice.of(days)}${end}`;
  return `FREQ=WEEKLY${interval};WKST=${dice.of(["MO", "SU"])};BYDAY=${dice.some(days, 3).join(",")}${end}`;
}

/** Rules as people plan by, from a seed. Where a rule begins is its own first day: that is for the other side to say. */
export function randomRules(count, seed) {
  const dice = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const month = String(1 + dice.below(12)).padStart(2, "0");
    const day = String(1 + dice.below(28)).padStart(2, "0");
    const start = `${2020 + dice.below(10)}-${month}-${day}T${String(dice.below(24)).padStart(2, "0")}:30`;
    const rule = randomRule(dice);
    return [`${i}: ${rule} from ${start}`, start, rule];
  });
}
