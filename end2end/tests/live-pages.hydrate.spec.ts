import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test.ts';
import { stopTimers } from '../fixtures/visibility.ts';
import { stateOfCharge, vehicleState } from '../fixtures/webhook.ts';
import { carportOrigin } from '../servers.ts';

/** What a page has asked Carport for since. */
function reads(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/page') {
      asked.push(searchParams.get('page') ?? '');
    }
  });
  return asked;
}

test('a delivery is on every open page of its owner, and on nobody else’s', async ({
  visitor,
  newTab,
  stranger,
  newAccount,
  simulator,
  webhook,
}) => {
  const [mine, theirs] = [await newAccount(), await newAccount()];
  const garage = await newTab();
  for (const { page } of [visitor, garage, stranger]) {
    await page.clock.install();
  }
  await visitor.connectCars(mine);
  await visitor.openCar('Tesla Model 3');
  await garage.garage.goto();
  await stranger.connectCars(theirs);
  await stranger.openCar('Tesla Model 3');
  for (const { page } of [visitor, garage, stranger]) {
    await stopTimers(page);
  }
  const strangersReads = reads(stranger.page);
  const documents = [visitor.page, garage.page].map((page) => documentsOf(page));

  const user = await simulator.grant(mine);
  const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(11));
  expect((await webhook.deliver(carportOrigin, event)).status()).toBe(200);
  await expect(visitor.vehicle.state).toContainText('11 % charged');
  await expect(garage.garage.main).toContainText('11 %');

  // What comes later is told later: had the stranger been told of the first, it would show by now.
  const stranger2 = await simulator.grant(theirs);
  const own = vehicleState(stranger2, stranger.vehicle.vehicleId, stateOfCharge(12));
  expect((await webhook.deliver(carportOrigin, own)).status()).toBe(200);
  await expect(stranger.vehicle.state).toContainText('12 % charged');
  expect(strangersReads).toEqual([`/vehicle/${stranger.vehicle.vehicleId}`]);
  await expect(visitor.vehicle.state).toContainText('11 % charged');
  expect(documents.flat(), 'pages that were loaded anew').toEqual([]);
});

/** The documents that a page loads from now on. */
function documentsOf(page: Page): string[] {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) {
      loaded.push(request.url());
    }
  });
  return loaded;
}

test('a command in one tab is in the other', async ({ visitor, newTab, account, simulator }) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  await simulator.setCar(vehicleId, { state: { locked: false }, seen: { afterSeconds: 0 } });
  const other = await newTab();
  await other.page.clock.install();
  await other.vehicle.goto(vehicleId);
  await stopTimers(other.page);

  await visitor.vehicle.commands.button('Lock').click();
  await expect(other.vehicle.commands.strip).toContainText('Locked: the car says so.');
});

test('a refresh in one tab is in the other', async ({ visitor, newTab, account, simulator }) => {
  const fault = await simulator.break(account, 'signals.list', { html: 503 });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const other = await newTab();
  await other.page.clock.install();
  await other.vehicle.goto(visitor.vehicle.vehicleId);
  await expect(other.vehicle.state).toHaveCount(0);
  await stopTimers(other.page);
  await fault.mend();

  await visitor.vehicle.refreshButton.click();
  await expect(visitor.vehicle.state).toBeVisible();
  await expect(other.vehicle.state).toBeVisible();
});

test('signing out in one tab is known in the other at once', async ({
  visitor,
  newTab,
  account,
  simulator,
  webhook,
}) => {
  await visitor.page.clock.install();
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const other = await newTab();
  await other.garage.goto();
  await stopTimers(visitor.page);
  // It has heard something before.
  const user = await simulator.grant(account);
  const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(13));
  expect((await webhook.deliver(carportOrigin, event)).status()).toBe(200);
  await expect(visitor.vehicle.state).toContainText('13 % charged');

  await other.garage.signOutButton.click();
  await expect(visitor.home.connectLink).toBeVisible();
});

test('what was delivered just before the server was killed is on the open page', async ({
  ownCarport,
  account,
  simulator,
  webhook,
  guard,
}) => {
  guard.forgiveLostConnections();
  const { process, visitor } = ownCarport;
  await process.start();
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const user = await simulator.grant(account);

  const event = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(14));
  expect((await webhook.deliver(process.origin, event)).status()).toBe(200);
  await process.kill();
  await process.start();
  await expect(visitor.vehicle.state).toContainText('14 % charged');

  const next = vehicleState(user, visitor.vehicle.vehicleId, stateOfCharge(15));
  expect((await webhook.deliver(process.origin, next)).status()).toBe(200);
  await expect(visitor.vehicle.state).toContainText('15 % charged');
});
