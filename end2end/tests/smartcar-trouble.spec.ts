import { expect, test } from '../fixtures/test.ts';
import type { Fault } from '../fixtures/simulator.ts';

/** Answers of Smartcar that confirm nothing. */
const rubbish: Array<{ name: string; fault: Fault }> = [
  { name: 'an error page of a gateway', fault: { html: 502 } },
  { name: 'broken JSON', fault: 'malformedJson' },
  { name: 'half an answer', fault: 'truncated' },
  { name: 'an empty answer', fault: 'empty' },
  { name: 'a closed connection', fault: 'drop' },
];

for (const { name, fault } of rubbish) {
  test(`${name} instead of Smartcar’s confirmation is explained, and passes`, async ({
    visitor,
    account,
    simulator,
  }) => {
    const switched = await simulator.break(account, 'connections.list', fault);
    await visitor.beginConnecting(account);
    await visitor.grant.allowButton.click();

    await expect(visitor.page).toHaveURL('/connect/smartcar_unavailable');
    await expect(visitor.problem.heading).toHaveText('Smartcar does not answer');
    await expect(visitor.problem.main).toContainText('Try again in a few minutes.');

    await switched.mend();
    await visitor.problem.tryAgainLink.click();
    await visitor.walkToGrant(account);
    await visitor.grant.allowButton.click();
    await expect(visitor.garage.car('Model 3').row).toBeVisible();
  });
}

test('a slow Smartcar makes the owner wait, and no more', async ({
  visitor,
  account,
  simulator,
}) => {
  await simulator.break(account, 'connections.list', { delayMilliseconds: 1_500 });
  await simulator.break(account, 'vehicles.get', { delayMilliseconds: 1_500 });
  await visitor.beginConnecting(account);
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('a car that cannot be read is shown by what Smartcar’s list says of it', async ({
  visitor,
  account,
  simulator,
}) => {
  await simulator.break(account, 'vehicles.get', 'malformedJson');
  await visitor.connectCars(account);

  await expect(visitor.garage.makes).toHaveText(['Tesla']);
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('while Smartcar is down, the cars that are connected are still shown', async ({
  visitor,
  account,
  simulator,
}) => {
  await visitor.connectCars(account);
  await simulator.break(account, 'connections.list', 'drop');
  await simulator.break(account, 'vehicles.get', 'drop');

  await visitor.garage.goto();
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});
