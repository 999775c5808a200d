import { expect, test } from '../fixtures/test.ts';
import type { Account } from '../fixtures/account.ts';
import type { Simulator } from '../fixtures/simulator.ts';
import { stateOfCharge, vehicleState, type Webhook } from '../fixtures/webhook.ts';
import type { Chart } from '../pages/history-page.ts';
import type { Visitor } from '../pages/visitor.ts';
import { carportOrigin } from '../servers.ts';

const minute = 60_000;
/** From the oldest to the newest, twenty minutes apart. */
const levels = [40, 55, 70];

/** Delivers what the battery was so long ago. */
async function deliver(
  webhook: Webhook,
  user: string,
  vehicle: string,
  percent: number,
  minutesAgo: number,
) {
  const event = vehicleState(user, vehicle, { ...stateOfCharge(percent), minutesAgo });
  const answer = await webhook.deliver(carportOrigin, event);
  expect(answer.status()).toBe(200);
}

/** The chart of a battery that has said these levels within the last hours, and something just now. */
async function openChart(
  visitor: Visitor,
  account: Account,
  simulator: Simulator,
  webhook: Webhook,
): Promise<{ chart: Chart; user: string; vehicleId: string }> {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  const user = await simulator.grant(account);
  for (const [index, level] of levels.entries()) {
    await deliver(webhook, user, vehicleId, level, (levels.length - index) * 20);
  }
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 16);
  const now = Date.now();
  const query = `?from=${day(now - 180 * minute)}Z&until=${day(now + 10 * minute)}Z`;
  const chart = visitor.history.chart('Battery');
  // It is worked on after it is answered.
  await expect(async () => {
    await visitor.history.goto(vehicleId, query);
    await expect(chart.slider).toHaveAttribute('aria-valuemax', /^[3-9]$/, { timeout: 1000 });
  }).toPass();
  return { chart, user, vehicleId };
}

test('a pointer over a chart reads what is there, and nothing once it has left', async ({
  visitor,
  account,
  simulator,
  webhook,
}) => {
  const { chart } = await openChart(visitor, account, simulator, webhook);
  await expect(chart.reading).toBeHidden();
  await chart.slider.hover({ position: { x: 2, y: 20 } });
  await expect(chart.reading).toBeVisible();
  await expect(chart.reading).toHaveText(/^\d+ \w+, \d\d:\d\d: \d+/);
  await visitor.history.heading.hover();
  await expect(chart.reading).toBeHidden();
});

test('who comes from the car, or from another period, reads the charts too', async ({
  visitor,
  account,
}) => {
  const { history, vehicle } = visitor;
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await vehicle.historyLink.click();
  const { slider, reading } = history.chart('Battery');
  await slider.hover();
  await expect(reading).toBeVisible();
  await history.ready();
  await history.periodLink('Month').click();
  await expect(history.period).toHaveText(/^\w+ \d{4}$/);
  await slider.hover();
  await expect(reading).toBeVisible();
});

test('the keys of a slider read a chart point by point, and Escape ends it', async ({
  visitor,
  account,
  simulator,
  webhook,
}) => {
  const { chart } = await openChart(visitor, account, simulator, webhook);
  const { keyboard } = visitor.page;
  await chart.slider.focus();
  await keyboard.press('Home');
  const seen: string[] = [];
  const last = Number(await chart.slider.getAttribute('aria-valuemax'));
  for (let index = 0; index <= last; index += 1) {
    await expect(chart.slider).toHaveAttribute('aria-valuenow', String(index));
    const words = (await chart.slider.getAttribute('aria-valuetext')) ?? '';
    await expect(chart.reading).toHaveText(words);
    seen.push(words);
    await keyboard.press('ArrowRight');
  }
  for (const level of levels) {
    expect(seen.some((words) => words.replace(/\s/gu, ' ').includes(`: ${level} %`))).toBe(true);
  }
  await expect(chart.slider).toHaveAttribute('aria-valuenow', String(last));
  await keyboard.press('ArrowLeft');
  await expect(chart.slider).toHaveAttribute('aria-valuenow', String(last - 1));

  await keyboard.press('Escape');
  await expect(chart.reading).toBeHidden();
});

test('a drag over a chart zooms in, and a double click out again', async ({
  visitor,
  account,
  simulator,
  webhook,
}) => {
  const { history } = visitor;
  const { chart } = await openChart(visitor, account, simulator, webhook);
  const { mouse } = visitor.page;
  const plot = await chart.slider.boundingBox();
  if (plot === null) {
    throw new Error('The plot is not there.');
  }
  const before = await history.period.innerText();
  await mouse.move(plot.x + plot.width * 0.5, plot.y + 40);
  await mouse.down();
  await mouse.move(plot.x + plot.width * 0.9, plot.y + 60, { steps: 4 });
  await mouse.up();
  await expect(visitor.page).toHaveURL(/\?from=[\dT:-]+Z&until=[\dT:-]+Z$/);
  await expect(history.period).not.toHaveText(before);
  await expect(history.alert).toHaveCount(0);
  await expect(chart.slider).toHaveAttribute('aria-valuemax', '2');

  // Over WebDriver BiDi, two clicks are never a double one.
  await chart.slider.dispatchEvent('dblclick');
  await expect(visitor.page).toHaveURL(/\?period=day&at=/);
  await expect(history.period).toHaveText(/day, \d+ \w+ \d{4}$/);
});

test('an open history shows what the car says next', async ({
  visitor,
  account,
  simulator,
  webhook,
}) => {
  const { chart, user, vehicleId } = await openChart(visitor, account, simulator, webhook);
  await expect(chart.drawing).not.toHaveAccessibleDescription(/33 %/);
  await deliver(webhook, user, vehicleId, 33, 0);
  await expect(chart.drawing).toHaveAccessibleDescription(/to 33 %, at the lowest 33 %/);
});
