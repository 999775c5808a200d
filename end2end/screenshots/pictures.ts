import { fileURLToPath } from 'node:url';

import { landRover, model3, modelY, tesla, unlockedCar, type Car } from '../fixtures/account.ts';
import type { Simulator } from '../fixtures/simulator.ts';
import { expect, test, type NewAccount } from '../fixtures/test.ts';
import { vehicleState, type Webhook } from '../fixtures/webhook.ts';
import type { Visitor } from '../pages/visitor.ts';
import { carportOrigin } from '../servers.ts';
import { week } from './week.ts';

const evoque: Car = { model: 'Range Rover Evoque', year: 2022, powertrainType: 'PHEV' };

/** The ids that the pictures show: those of the simulator are others at each run. */
const vehicleIds = [
  '36ab27d0-fd9d-4455-823a-ce30af709ffc',
  '8f1c2a5e-7b60-4d0e-9a3b-51c4e2d7f083',
  'c0d4e9b1-2f37-4a86-b5d8-90a6f3e1c724',
];

const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: desktop, deviceScaleFactor: 1 });

    test('home', async ({ visitor }) => {
      await visitor.home.goto();
      await take(visitor, `home-${colorScheme}`);
    });

    test('garage', async ({ visitor, newAccount }) => {
      await connectThreeCars(visitor, newAccount);
      await take(visitor, `garage-${colorScheme}`);
    });

    test('car', async ({ visitor, newAccount }) => {
      await openOneCar(visitor, newAccount);
      await take(visitor, `car-${colorScheme}`);
    });

    test('history', async ({ visitor, newAccount, simulator, webhook }) => {
      await openHistory(visitor, newAccount, simulator, webhook);
      await take(visitor, `history-${colorScheme}`);
    });

    test('notices', async ({ visitor, newAccount }) => {
      await openNotices(visitor, newAccount);
      await take(visitor, `notices-${colorScheme}`);
    });
  });
}

test.describe('phone', () => {
  test.use({ viewport: phone, deviceScaleFactor: 2, hasTouch: true, isMobile: true });

  test('home', async ({ visitor }) => {
    await visitor.home.goto();
    await take(visitor, 'home-phone');
  });

  test('garage', async ({ visitor, newAccount }) => {
    await connectThreeCars(visitor, newAccount);
    await take(visitor, 'garage-phone');
  });

  test('car', async ({ visitor, newAccount }) => {
    await openOneCar(visitor, newAccount);
    await take(visitor, 'car-phone');
  });

  test('history', async ({ visitor, newAccount, simulator, webhook }) => {
    await openHistory(visitor, newAccount, simulator, webhook);
    await take(visitor, 'history-phone');
  });

  test('notices', async ({ visitor, newAccount }) => {
    await openNotices(visitor, newAccount);
    await take(visitor, 'notices-phone');
  });
});

async function connectThreeCars(visitor: Visitor, newAccount: NewAccount) {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [model3, modelY] }));
  await visitor.garage.connectAnotherLink.click();
  await visitor.walkToGrant(await newAccount({ brand: landRover, cars: [evoque] }));
  await visitor.grant.allowButton.click();
  await visitor.garage.car(evoque.model).row.waitFor();
  await visitor.garage.goto();
}

async function openOneCar(visitor: Visitor, newAccount: NewAccount) {
  await visitor.connectCars(await newAccount({ brand: landRover, cars: [evoque] }));
  await visitor.openCar('Land Rover Range Rover Evoque');
}

async function openHistory(
  visitor: Visitor,
  newAccount: NewAccount,
  simulator: Simulator,
  webhook: Webhook,
) {
  const account = await newAccount({ brand: tesla, cars: [model3] });
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  const { vehicleId } = visitor.vehicle;
  const user = await simulator.grant(account);
  const said = week(Date.now());
  for (let first = 0; first < said.length; first += 240) {
    const event = vehicleState(user, vehicleId, ...said.slice(first, first + 240));
    const answer = await webhook.deliver(carportOrigin, event);
    expect(answer.status()).toBe(200);
  }
  const { history } = visitor;
  // It is worked on after it is answered.
  await expect(async () => {
    await history.goto(vehicleId);
    await history.chart('Temperature').figure.waitFor({ timeout: 1000 });
    await expect(history.chart('Battery').slider).toHaveAttribute('aria-valuemax', /^\d{2,}$/);
  }).toPass();
}

async function openNotices(visitor: Visitor, newAccount: NewAccount) {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [unlockedCar(25), modelY] }));
  await visitor.notices.goto();
  await visitor.notices.watchForAllFour('Tesla Model 3, 2023');
  await expect(visitor.notices.openOnes).toHaveCount(1);
}

async function take(visitor: Visitor, name: string) {
  const cells = visitor.garage.vehicleIds;
  for (const [index, cell] of (await cells.all()).entries()) {
    await cell.evaluate((element, id) => (element.textContent = id), vehicleIds[index] ?? '');
  }
  await visitor.page.screenshot({
    path: fileURLToPath(new URL(`${name}.png`, import.meta.url)),
    animations: 'disabled',
  });
}
