/** A part of a day as `HH:MM`, the way workbooks keep times: 0.375 is 09:00, 1 is 24:00. */
export function timeOfDay(part: number): string {
  const minutes = Math.round((part < 0 ? part + 1 : part) * 1440);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
