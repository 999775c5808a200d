import type { Said } from '../fixtures/webhook.ts';

const STEP = 15;
const HOUR = 60;
const DAY = 24 * HOUR;
/** A week, and what of the one before it the page still shows on a Monday. */
const DAYS = 8;

/** Every quarter of an hour of a car that is driven to work and back, and charged at night. */
export function week(now: number): Said[] {
  const said: Said[] = [];
  let level = 63;
  let isFull = false;
  let added = 0;
  let odometer = 31_240;
  for (let ago = DAYS * DAY; ago > 0; ago -= STEP) {
    const instant = new Date(now - ago * HOUR * 1000);
    const hour = instant.getUTCHours() + instant.getUTCMinutes() / HOUR;
    const isWorkday = instant.getUTCDay() % 6 !== 0;
    const isDriving = isWorkday && ((hour >= 7 && hour < 8) || (hour >= 17 && hour < 18.25));
    const isCharging = instant.getUTCDay() % 2 === 1 && hour < 5 && !isFull;
    if (isDriving) {
      level -= 2.5 + (hour % 1);
      odometer += 11;
      isFull = false;
    } else if (isCharging) {
      added += 2.4;
      level = Math.min(85, level + 3.2);
      isFull = level === 85;
    } else {
      level -= 0.02;
      added = 0;
    }
    const number = (code: string, value: number, unit: string): Said => ({
      code,
      body: { value: Math.round(value * 10) / 10, unit },
      minutesAgo: ago,
    });
    const outside = 6 + 5 * Math.sin(((hour - 9) / 24) * 2 * Math.PI) - instant.getUTCDay() / 2;
    said.push(
      number('tractionbattery-stateofcharge', level, 'percent'),
      number('tractionbattery-range', level * 4.6, 'km'),
      number('odometer-traveleddistance', odometer, 'km'),
      number('climate-externaltemperature', outside, 'celsius'),
      number('charge-energyadded', added, 'kWh'),
      { code: 'charge-ischarging', body: { value: isCharging }, minutesAgo: ago },
    );
  }
  return said;
}
