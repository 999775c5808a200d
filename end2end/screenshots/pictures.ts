import { fileURLToPath } from 'node:url';

import { landRover, model3, modelY, tesla, type Car } from '../fixtures/account.ts';
import { test, type NewAccount } from '../fixtures/test.ts';
import type { Visitor } from '../pages/visitor.ts';

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
