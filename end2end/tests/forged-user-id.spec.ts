import { expect, test } from '../fixtures/test.ts';
import { defender, landRover } from '../fixtures/account.ts';

const victimsCar = { brand: landRover, cars: [defender] };

test('whoever returns under another owner’s id sees nothing of that owner', async ({
  visitor: attacker,
  stranger: victim,
  newAccount,
  simulator,
}) => {
  const victimsAccount = await newAccount(victimsCar);
  await victim.connectCars(victimsAccount);
  const victimsId = await simulator.grant(victimsAccount);

  await attacker.beginConnecting(await newAccount());
  await attacker.grant.returnAs(victimsId);

  await expect(attacker.page).toHaveURL('/connect/not_confirmed');
  await expect(attacker.problem.heading).toHaveText('Smartcar does not confirm that it was you');
  await attacker.garage.goto();
  await expect(attacker.home.connectLink).toBeVisible();

  await victim.garage.goto();
  await expect(victim.garage.car('Defender 110').row).toBeVisible();
  await expect(victim.garage.makes).toHaveCount(1);
});

test('an id put into the way back by hand is refused, even where Smartcar ignores the filter', async ({
  visitor: attacker,
  newAccount,
  simulator,
}) => {
  const victimsAccount = await newAccount(victimsCar);
  const victimsId = await simulator.grant(victimsAccount);
  await simulator.deviate(victimsAccount, 'ignoreExternalIdFilter');

  await attacker.beginConnecting(await newAccount());
  const wayBack = await attacker.grant.allowWithoutReturning();
  wayBack.searchParams.set('user_id', victimsId);
  await attacker.page.goto(wayBack.href);

  await expect(attacker.page).toHaveURL('/connect/not_confirmed');
  // Smartcar was asked, and did tell of the victim's car: the refusal is Carport's own.
  const asked = await simulator.requests(victimsAccount, 'connections.list');
  expect(asked.length).toBeGreaterThan(0);
  expect(await simulator.requests(victimsAccount, 'vehicles.get')).toEqual([]);
});

test('a refusal does not cost an owner the cars that are connected already', async ({
  visitor,
  newAccount,
  simulator,
}) => {
  await visitor.connectCars(await newAccount());
  const othersId = await simulator.grant(await newAccount(victimsCar));

  await visitor.garage.connectAnotherLink.click();
  await visitor.walkToGrant(await newAccount());
  await visitor.grant.returnAs(othersId);
  await expect(visitor.page).toHaveURL('/connect/not_confirmed');

  await visitor.garage.goto();
  await expect(visitor.garage.makes).toHaveText(['Tesla']);
});

test('an owner whom Smartcar does not confirm is not let in on a guess', async ({
  visitor,
  account,
  simulator,
}) => {
  await simulator.deviate(account, 'omitExternalId');
  await visitor.beginConnecting(account);
  await visitor.grant.allowButton.click();

  await expect(visitor.page).toHaveURL('/connect/not_confirmed');
});
