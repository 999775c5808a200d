import type { Request } from '@playwright/test';

import { expect, test } from '../fixtures/test.ts';
import { stopTimers } from '../fixtures/visibility.ts';
import { stateOfCharge, vehicleState, type Said } from '../fixtures/webhook.ts';
import { carportOrigin } from '../servers.ts';

test('an open page counts its ages on, and leaves a reader in peace', async ({
  visitor,
  account,
}) => {
  await visitor.page.clock.install();
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');

  const read = visitor.page.waitForResponse(/\/api\/page/);
  await visitor.page.clock.runFor('01:05');
  expect((await read).status()).toBe(200);
  await expect(visitor.vehicle.state).toBeVisible();

  // Somebody reads in a fold: it must not close under the reader’s eyes.
  await visitor.vehicle.allowedFold.summary.click();
  const again = visitor.page.waitForResponse(/\/api\/page/);
  await visitor.page.clock.runFor('01:05');
  expect((await again).status()).toBe(200);
  await expect(visitor.vehicle.notAllowed).toBeVisible();
});

/** Opens the page of a car, which does nothing by itself from then on, and delivers to it. */
const still = test.extend<{ deliver: (...signals: Said[]) => Promise<void> }>({
  deliver: [
    async ({ visitor, account, simulator, webhook }, use) => {
      await visitor.page.clock.install();
      await visitor.connectCars(account);
      await visitor.openCar('Tesla Model 3');
      await stopTimers(visitor.page);
      const user = await simulator.grant(account);
      await use(async (...signals) => {
        const event = vehicleState(user, visitor.vehicle.vehicleId, ...signals);
        expect((await webhook.deliver(carportOrigin, event)).status()).toBe(200);
      });
    },
    { auto: true },
  ],
});

still(
  'what is read in a fold is current, and the fold stays as it is',
  async ({ visitor, deliver }) => {
    const { main, exactTimes } = visitor.vehicle;
    await exactTimes.summary.click();
    const frame = exactTimes.fold.getByRole('region');
    await frame.focus();
    await expect(exactTimes.fold).not.toContainText('Cabin scent');

    await deliver(stateOfCharge(11), {
      code: 'cabin-scent',
      name: 'Cabin scent',
      group: 'Cabin',
      body: { value: 'pine' },
    });
    await expect(exactTimes.fold.getByRole('row', { name: 'Cabin scent' })).toBeVisible();
    await expect(frame).toBeFocused();
    await expect(main).toContainText('pine');
    await deliver({ code: 'cabin-scent', name: 'Cabin scent', body: { value: 'rose' } });
    await expect(main).toContainText('rose');
    await expect(main).not.toContainText('pine');
    await expect(frame).toBeFocused();
  },
);

still(
  'what is about to be pressed stays until it was pressed or left',
  async ({ visitor, deliver }) => {
    const { state, commands } = visitor.vehicle;
    await deliver({ code: 'closure-islocked', body: { value: true } });
    await expect(commands.doors).toContainText('Locked');
    await commands.fold('Unlock').click();
    const unlock = commands.button('Unlock the doors now');
    await expect(unlock).toBeVisible();

    await deliver({ code: 'closure-islocked', body: { value: false } }, stateOfCharge(11));
    await expect(state).toContainText('11 % charged');
    await expect(unlock).toBeVisible();
    await expect(commands.doors).toContainText('Locked');

    await commands.fold('Unlock').click();
    await visitor.vehicle.allCarsLink.focus();
    await deliver(stateOfCharge(12));
    await expect(state).toContainText('12 % charged');
    await expect(commands.doors).toContainText('Unlocked');
  },
);

still(
  'a fold of what was asked before stays with its command when there is a newer one',
  async ({ visitor, newTab, simulator }) => {
    const { vehicleId } = visitor.vehicle;
    const refused = { code: 409, type: 'VEHICLE_STATE', errorCode: 'DOOR_OPEN' };
    await simulator.nextCommand(vehicleId, { answer: { refused } });
    const other = await newTab();
    await other.vehicle.goto(vehicleId);
    await other.vehicle.commands.button('Lock').click();
    await other.vehicle.commands.says('A door is open.');

    const { history } = visitor.vehicle.commands;
    await history.locator('summary').first().click();
    const code = history.getByText('VEHICLE_STATE:DOOR_OPEN');
    await history.getByRole('listitem').locator('summary').click();
    await expect(code).toBeVisible();

    await simulator.setCar(vehicleId, { state: { locked: false }, seen: { afterSeconds: 0 } });
    await other.vehicle.commands.button('Lock').click();
    await other.vehicle.commands.says('Locked: the car says so.');
    await expect(history.getByRole('listitem')).toHaveCount(2);
    await expect(code).toBeVisible();
    await expect(history.getByRole('listitem').first()).toContainText('the car says so');
  },
);

still('only what has changed is handed over', async ({ visitor, deliver }) => {
  await deliver(stateOfCharge(11));
  await expect(visitor.vehicle.state).toContainText('11 % charged');

  const sizes: number[] = [];
  const reads: Promise<void>[] = [];
  visitor.page.on('requestfinished', (request: Request) => {
    if (new URL(request.url()).pathname === '/api/page') {
      const note = async () => {
        sizes.push((await (await request.response())?.body())?.length ?? Infinity);
      };
      reads.push(note());
    }
  });
  await deliver(stateOfCharge(12));
  await expect(visitor.vehicle.state).toContainText('12 % charged');
  await Promise.all(reads);
  expect(sizes).toHaveLength(1);
  const whole = await visitor.page.request.get(
    `${carportOrigin}/api/page?page=/vehicle/${visitor.vehicle.vehicleId}`,
  );
  expect(Math.max(...sizes)).toBeLessThan((await whole.body()).length / 2);
});
