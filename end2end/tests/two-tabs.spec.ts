import { expect, test } from '../fixtures/test.ts';
import { defender, landRover } from '../fixtures/account.ts';

test('two tabs connect two cars at once', async ({ visitor, newTab, newAccount }) => {
  const second = await newTab();
  await visitor.beginConnecting(await newAccount());
  await second.beginConnecting(await newAccount({ brand: landRover, cars: [defender] }));

  // The tab that began last ends first.
  await second.grant.allowButton.click();
  await expect(second.garage.makes).toHaveText(['Land Rover']);
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.makes).toHaveCount(2);
  await second.garage.goto();
  await expect(second.garage.makes).toHaveCount(2);
});

test('one tab that gives up does not disturb the other', async ({ visitor, newTab, account }) => {
  const second = await newTab();
  await visitor.beginConnecting(account);
  await second.home.goto();
  await second.home.connectLink.click();
  await second.country.heading.waitFor();

  await second.connect.endWith('server_error');
  await expect(second.problem.heading).toHaveText('Smartcar had a fault');
  await visitor.grant.allowButton.click();

  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});
