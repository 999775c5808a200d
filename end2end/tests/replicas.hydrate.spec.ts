import { expect, test, type Replicas } from '../fixtures/test.ts';
import type { Account } from '../fixtures/account.ts';
import { look, stopTimers } from '../fixtures/visibility.ts';
import { stateOfCharge, vehicleState } from '../fixtures/webhook.ts';

/** Opens the page of a car, whose stream the first replica then holds. */
async function openAtTheFirst({ one, proxy, visitor }: Replicas, account: Account) {
  proxy.passTo(one.port);
  await visitor.page.clock.install();
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await expect.poll(() => proxy.streams).toEqual([one.port]);
}

test('what one replica is delivered is on the page whose stream the other holds', async ({
  replicas,
  account,
  simulator,
  webhook,
}) => {
  const { two, visitor } = replicas;
  await openAtTheFirst(replicas, account);
  await stopTimers(visitor.page);
  const user = await simulator.grant(account);

  for (const percent of [11, 12, 13]) {
    const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(percent));
    expect((await webhook.deliver(two.ownOrigin, event)).status()).toBe(200);
    await expect(visitor.vehicle.state).toContainText(`${percent} % charged`);
  }
});

test('when the replica with its stream is killed the page misses nothing', async ({
  replicas,
  account,
  simulator,
  webhook,
  guard,
}) => {
  guard.forgiveLostConnections();
  const { one, two, proxy, visitor } = replicas;
  await openAtTheFirst(replicas, account);
  const user = await simulator.grant(account);
  const deliver = async (percent: number) => {
    const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(percent));
    expect((await webhook.deliver(two.ownOrigin, event)).status()).toBe(200);
  };

  await one.kill();
  await deliver(14);
  proxy.passTo(one.port, two.port);
  await expect(visitor.vehicle.state).toContainText('14 % charged');
  await expect.poll(() => proxy.streams).toEqual([two.port]);
  await deliver(15);
  await expect(visitor.vehicle.state).toContainText('15 % charged');

  // It comes back, and the other one is stopped as in an update.
  await one.start();
  expect(await two.stop()).toBe(0);
  await expect.poll(() => proxy.streams, { timeout: 30_000 }).toEqual([one.port]);
  const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(16));
  expect((await webhook.deliver(one.ownOrigin, event)).status()).toBe(200);
  await expect(visitor.vehicle.state).toContainText('16 % charged');
});

test('a page whose connection was lost learns what it has missed', async ({
  replicas,
  account,
  simulator,
  webhook,
  guard,
}) => {
  guard.forgiveLostConnections();
  const { two, proxy, visitor } = replicas;
  await openAtTheFirst(replicas, account);
  const user = await simulator.grant(account);
  proxy.goAway();
  const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(17));
  expect((await webhook.deliver(two.ownOrigin, event)).status()).toBe(200);
  await expect.poll(() => proxy.streams).toEqual([]);
  await expect(visitor.vehicle.state).not.toContainText('17 % charged');

  proxy.comeBack();
  await expect(visitor.vehicle.state).toContainText('17 % charged');
});

test('a hidden tab costs nothing, and learns what it has missed when it is looked at', async ({
  replicas,
  account,
  simulator,
  webhook,
}) => {
  const { one, two, proxy, visitor } = replicas;
  await openAtTheFirst(replicas, account);
  const user = await simulator.grant(account);

  await look(visitor.page, 'something else');
  await expect.poll(() => proxy.streams).toEqual([]);
  const before = proxy.passedOn.length;
  const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(18));
  expect((await webhook.deliver(two.ownOrigin, event)).status()).toBe(200);
  await visitor.page.clock.runFor('10:00');
  await expect(visitor.vehicle.state).not.toContainText('18 % charged');
  expect(proxy.passedOn.slice(before), 'what the hidden tab has asked for').toEqual([]);

  await look(visitor.page, 'the page');
  await expect(visitor.vehicle.state).toContainText('18 % charged');
  await expect.poll(() => proxy.streams).toEqual([one.port]);
});
