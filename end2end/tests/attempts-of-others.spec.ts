import { expect, test } from '../fixtures/test.ts';

test('what began in one browser cannot be finished in another', async ({
  visitor,
  stranger,
  account,
}) => {
  await visitor.beginConnecting(account);
  const wayBack = await visitor.grant.allowWithoutReturning();

  await stranger.page.goto(wayBack.href);
  await expect(stranger.page).toHaveURL('/connect/foreign_attempt');
  await expect(stranger.problem.heading).toHaveText('This began in another browser');
  await stranger.garage.goto();
  await expect(stranger.home.connectLink).toBeVisible();

  // It was not used up: its own browser still can.
  await visitor.page.goto(wayBack.href);
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

test('nor in another browser that has begun something itself', async ({
  visitor,
  stranger,
  newAccount,
}) => {
  await visitor.beginConnecting(await newAccount());
  const wayBack = await visitor.grant.allowWithoutReturning();
  const strangersAccount = await newAccount();
  await stranger.beginConnecting(strangersAccount);

  await stranger.page.goto(wayBack.href);
  await expect(stranger.problem.heading).toHaveText('This began in another browser');

  await stranger.problem.tryAgainLink.click();
  await stranger.walkToGrant(strangersAccount);
  await stranger.grant.allowButton.click();
  await expect(stranger.garage.makes).toHaveCount(1);
});

test('a connection that Carport never began is not used', async ({ visitor }) => {
  const state = 'A'.repeat(43);
  await visitor.problem.gotoAddress(`/exchange?user_id=somebody&state=${state}`);

  await expect(visitor.page).toHaveURL('/connect/unknown_attempt');
  await expect(visitor.problem.heading).toHaveText('We did not start this');
});
