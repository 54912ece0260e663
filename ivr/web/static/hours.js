// Clocks and opening hours, as the table has them: no calendar is worked out in here.

const MINUTE = 60;
const WEEK = 7 * 24 * 60;

/** Whether a schedule is open so many seconds after a moment; both in seconds, as the call's clock counts them. */
export function isOpen(table, schedule, at, seconds) {
  const minute = Math.floor((at * 1e6 + Math.round(seconds * 1e6)) / 60e6) - table.since / MINUTE;
  const { patterns, weeks } = table.hours[schedule];
  let week = Math.floor(minute / WEEK);
  const run = weeks.find(([, count]) => (week -= count) < 0) || weeks[weeks.length - 1];
  const [open, ...changes] = patterns[run[0]];
  const within = ((minute % WEEK) + WEEK) % WEEK;
  return (open + changes.filter((change) => change <= within).length) % 2 === 1;
}

/** Whether hours are known at a moment. */
export function isKnown(table, at) {
  return at > table.since && at < table.since + table.weeks * WEEK * MINUTE;
}

/** What the clocks of the flow show at a moment: a date whose UTC parts are the local ones, and the zone's name. */
export function localOf(table, at) {
  const zones = table.zone.filter(([since]) => since <= at);
  const [, minutes, name] = zones[zones.length - 1] || table.zone[0];
  return { date: new Date((at + minutes * MINUTE) * 1000), zone: name };
}

/** The moment at which the clocks of the flow show a time; the first one, where they show it twice. */
export function momentOf(table, local) {
  const shows = (at) => Math.floor(localOf(table, at).date.getTime() / 1000) === local;
  const offsets = [...new Set(table.zone.map(([, minutes]) => minutes))].sort((one, other) => other - one);
  const moments = offsets.map((minutes) => local - minutes * MINUTE);
  return moments.find(shows) ?? moments[moments.length - 1];
}
