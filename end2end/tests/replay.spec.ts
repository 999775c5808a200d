import { expect, test } from '../fixtures/test.ts';

test('the way back from Connect works once', async ({ visitor, account, simulator }) => {
  const { garage, grant, problem } = visitor;
  await visitor.beginConnecting(account);
  const wayBack = await grant.allowWithoutReturning();

  await visitor.page.goto(wayBack.href);
  await expect(garage.car('Model 3').row).toBeVisible();

  await visitor.page.goto(wayBack.href);
  await expect(visitor.page).toHaveURL('/connect/used_attempt');
  await expect(problem.heading).toHaveText('This was already done');
  expect(await simulator.requests(account, 'connections.list')).toHaveLength(1);

  await problem.seeCarsLink.click();
  await expect(garage.makes).toHaveCount(1);
});

test('a failed way back works once, too', async ({ visitor, account }) => {
  await visitor.beginConnecting(account);
  const returning = visitor.page.waitForRequest(/\/exchange\?/);
  await visitor.grant.denyButton.click();
  const wayBack = (await returning).url();
  await expect(visitor.page).toHaveURL('/connect/access_denied');

  await visitor.page.goto(wayBack);
  await expect(visitor.page).toHaveURL('/connect/used_attempt');
});
