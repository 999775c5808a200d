import type { Account } from '../fixtures/account.ts';
import { expect, test, type Replicas } from '../fixtures/test.ts';
import { stateOfCharge, vehicleState } from '../fixtures/webhook.ts';

async function openCar({ visitor }: Replicas, account: Account): Promise<string> {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  return visitor.vehicle.vehicleId;
}

test('a car that is connected through both replicas is the same at both', async ({
  replicas,
  account,
  simulator,
  webhook,
}) => {
  const { one, two, proxy, visitor } = replicas;
  const vehicleId = await openCar(replicas, account);
  expect(new Set(proxy.passedOn.map(({ to }) => to))).toEqual(new Set([one.port, two.port]));

  const user = await simulator.grant(account);
  const event = vehicleState(user, vehicleId, stateOfCharge(11));
  expect((await webhook.deliver(one.ownOrigin, event)).status()).toBe(200);
  proxy.passTo(two.port);
  await expect(async () => {
    await visitor.vehicle.goto(vehicleId);
    await expect(visitor.vehicle.state).toContainText('11 % charged', { timeout: 1000 });
  }).toPass();
  // Delivered again, to the other one: it is known there too.
  const again = vehicleState(user, vehicleId, stateOfCharge(12));
  const known = { ...again, eventId: event.eventId };
  expect((await webhook.deliver(two.ownOrigin, known)).status()).toBe(200);
  const next = vehicleState(user, vehicleId, {
    code: 'tractionbattery-unheardof',
    name: 'Unheardof',
    group: 'TractionBattery',
    body: { value: 'what came next' },
  });
  expect((await webhook.deliver(two.ownOrigin, next)).status()).toBe(200);
  await expect(async () => {
    await visitor.vehicle.goto(vehicleId);
    await expect(visitor.vehicle.main).toContainText('what came next', { timeout: 1000 });
  }).toPass();
  await expect(visitor.vehicle.state).toContainText('11 % charged');
});

test('a press whose halves reach both replicas is one command', async ({
  replicas,
  account,
  simulator,
}) => {
  const { one, two, proxy, visitor } = replicas;
  const vehicleId = await openCar(replicas, account);
  await simulator.setCar(vehicleId, { state: { locked: false }, seen: { afterSeconds: 0 } });
  await visitor.vehicle.goto(vehicleId);
  const { commands } = visitor.vehicle;

  // The second half of a double click sends the same form once more.
  const form = await commands
    .button('Lock')
    .evaluate((button: HTMLButtonElement) => [
      ...new FormData(button.form ?? undefined, button).entries(),
    ]);
  const press = () =>
    visitor.page.request.post(`${proxy.origin}/vehicle/${vehicleId}`, {
      form: Object.fromEntries(form) as Record<string, string>,
      headers: { origin: proxy.origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
      maxRedirects: 0,
    });
  // An open page would take turns with them.
  await visitor.page.goto('about:blank');
  proxy.passTo(one.port, two.port);
  proxy.passedOn.length = 0;
  const answers = await Promise.all([press(), press()]);
  expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
  const presses = proxy.passedOn.filter(({ method }) => method === 'POST').map(({ to }) => to);
  expect(new Set(presses)).toEqual(new Set([one.port, two.port]));

  await visitor.vehicle.goto(vehicleId);
  await commands.says('Locked: the car says so.');
  expect(await simulator.requests(account, 'security-lock')).toHaveLength(1);
});

test('a refresh that is pressed at both replicas at once is one request', async ({
  replicas,
  account,
  simulator,
}) => {
  const { one, two, proxy, visitor, newTab } = replicas;
  const fault = await simulator.break(account, 'signals.list', { html: 503 });
  const vehicleId = await openCar(replicas, account);
  const other = await newTab();
  await other.vehicle.goto(vehicleId);
  await fault.mend();
  const before = (await simulator.requests(account, 'signals.list')).length;

  const slow = await simulator.break(account, 'signals.list', 'hold');
  proxy.passTo(one.port);
  await visitor.vehicle.refreshButton.click({ noWaitAfter: true });
  await slow.holding();
  proxy.passTo(two.port);
  await other.vehicle.refreshButton.click({ noWaitAfter: true });
  await expect
    .poll(() => proxy.waiting.filter(({ method }) => method === 'POST').map(({ to }) => to))
    .toEqual([one.port, two.port]);
  await slow.release();

  await expect(visitor.vehicle.notice).toContainText('latest values');
  await expect(other.vehicle.notice).toContainText('latest values');
  expect(await simulator.requests(account, 'signals.list')).toHaveLength(before + 1);
});

test('when one replica is killed the other goes on', async ({ replicas, account, simulator }) => {
  const { one, two, proxy, visitor } = replicas;
  const vehicleId = await openCar(replicas, account);
  await simulator.setCar(vehicleId, { state: { locked: false }, seen: { afterSeconds: 0 } });
  await visitor.page.goto('about:blank');
  await one.kill();
  proxy.passedOn.length = 0;

  await visitor.vehicle.goto(vehicleId);
  await visitor.vehicle.commands.button('Lock').click();
  await visitor.vehicle.commands.says('Locked: the car says so.');
  expect(new Set(proxy.passedOn.map(({ to }) => to))).toEqual(new Set([two.port]));
});
