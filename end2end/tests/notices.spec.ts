import { lockedCar, modelY, tesla, unlockedCar } from '../fixtures/account.ts';
import { vehicleState, type Said, type Webhook } from '../fixtures/webhook.ts';
import { carportOrigin } from '../servers.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Visitor } from '../pages/visitor.ts';

const car = 'Tesla Model 3, 2023';

function lock(isLocked: boolean, minutesAgo: number): Said {
  return { code: 'closure-islocked', body: { value: isLocked }, minutesAgo };
}

async function tell(webhook: Webhook, user: string, vehicle: string, said: Said) {
  const answer = await webhook.deliver(carportOrigin, vehicleState(user, vehicle, said));
  expect(answer.status()).toBe(200);
}

/** What is delivered is worked on after it is answered. */
async function reloadUntil(visitor: Visitor, told: () => Promise<void>) {
  await expect(async () => {
    await visitor.page.reload();
    await told();
  }).toPass();
}

test('a car that is left unlocked is told of, until it is locked', async ({
  visitor,
  newAccount,
  simulator,
  webhook,
}) => {
  const { notices, vehicle } = visitor;
  const account = await newAccount({ brand: tesla, cars: [lockedCar(60)] });
  await visitor.connectCars(account);
  const user = await simulator.grant(account);
  const [vehicleId = ''] = await simulator.vehicleIds(account);
  await notices.goto();
  await expect(notices.state).toHaveText(/^Carport watches for nothing yet/);
  await notices.switch(car, 'Left unlocked').check();
  await notices.save(car);
  await expect(notices.notice).toHaveText('Your settings are saved.');
  await expect(notices.state).toHaveText('Nothing to tell.');
  await expect(notices.switch(car, 'Left unlocked')).toBeChecked();
  await expect(notices.switch(car, 'Not heard of')).not.toBeChecked();

  await tell(webhook, user, vehicleId, lock(false, 15));
  await reloadUntil(visitor, async () => {
    await expect(notices.openOnes).toHaveText(/Unlocked since .+ UTC, for 1[56] minutes\./, {
      timeout: 1000,
    });
  });
  await expect(notices.noticesLink).toHaveAccessibleName('Notices 1 open');
  await vehicle.goto(vehicleId);
  await expect(vehicle.attention).toContainText('Unlocked since');
  await vehicle.attention.getByRole('link', { name: 'See the notices' }).click();
  await expect(visitor.page).toHaveURL('/notices');

  await tell(webhook, user, vehicleId, lock(true, 2));
  await reloadUntil(visitor, async () => {
    await expect(notices.state).toHaveText('Nothing to tell.', { timeout: 1000 });
  });
  await expect(notices.pastOnes).toHaveText(/Unlocked from .+ to .+, for 1[34] minutes\./);
  await expect(notices.noticesLink).toHaveAccessibleName('Notices');
});

test('a notice that is put away is out of the way', async ({ visitor, newAccount }) => {
  const { garage, notices } = visitor;
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [unlockedCar(20), modelY] }));
  await notices.goto();
  await notices.watchForAllFour(car);
  await expect(notices.openOnes).toHaveCount(1);
  await notices.putAway(notices.openOnes);

  await expect(notices.notice).toHaveText('The notice is put away.');
  await expect(notices.openOnes).toHaveCount(0);
  await expect(notices.pastOnes).toContainText('Put away, and still so.');
  await garage.goto();
  await expect(garage.noticesLink).toHaveAccessibleName('Notices');
});

test('a number that cannot be says why, and stays to be mended', async ({
  visitor,
  newAccount,
}) => {
  const { notices } = visitor;
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [lockedCar(60)] }));
  await notices.goto();
  await expect(notices.number(car, 'for at least')).toHaveAttribute('max', '720');
  await notices.type(car, 'for at least', '1000');
  await notices.save(car);

  await expect(notices.problem).toHaveText('Type a number from 1 to 720 minutes.');
  const field = notices.number(car, 'for at least');
  await expect(field).toHaveValue('1000');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Type a number from 1 to 720 minutes/);
  await notices.type(car, 'for at least', '45');
  await notices.save(car);
  await expect(notices.number(car, 'for at least')).toHaveValue('45');
});

test('a car that is disconnected leaves no notice', async ({ visitor, newAccount }) => {
  const { garage, notices } = visitor;
  const account = await newAccount({ brand: tesla, cars: [unlockedCar(20)] });
  await visitor.connectCars(account);
  await notices.goto();
  await notices.watchForAllFour();
  await expect(notices.openOnes).toHaveCount(1);
  await garage.goto();
  await garage.car('Model 3').disconnect();
  await expect(garage.emptyHeading).toBeVisible();
  await notices.goto();
  await expect(notices.openOnes).toHaveCount(0);
  await expect(notices.pastOnes).toHaveCount(0);
});
