import { expect, test } from '../fixtures/test.ts';
import { defender, landRover, model3, modelY, roadster, tesla } from '../fixtures/account.ts';

const threeCars = { brand: tesla, cars: [model3, modelY, roadster] };

test('an owner connects three cars at once', async ({ visitor, newAccount }) => {
  await visitor.connectCars(await newAccount(threeCars));

  await expect(visitor.garage.table).toContainText('3 cars connected');
  await expect(visitor.garage.makes).toHaveText(['Tesla', 'Tesla', 'Tesla']);
  for (const car of threeCars.cars) {
    await expect(visitor.garage.car(car.model).cells.nth(1)).toHaveText(String(car.year));
  }
});

test('an owner shares only two of three cars', async ({ visitor, newAccount }) => {
  await visitor.beginConnecting(await newAccount(threeCars));
  await visitor.grant.car('Tesla Model Y (2024)').uncheck();
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.table).toContainText('2 cars connected');
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
  await expect(visitor.garage.car('Roadster').row).toBeVisible();
  await expect(visitor.garage.car('Model Y').row).toHaveCount(0);
});

test('an owner with cars of two makers connects both', async ({ visitor, newAccount }) => {
  const first = await newAccount();
  const second = await newAccount({ brand: landRover, cars: [defender] });

  await visitor.connectCars(first);
  await visitor.garage.connectAnotherLink.click();
  await visitor.walkToGrant(second);
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.makes).toHaveText(['Tesla', 'Land Rover']);
});
