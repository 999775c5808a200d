import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test.ts';
import type { Visitor } from '../pages/visitor.ts';
import { modelY, roadster, tesla, unlockedCar } from '../fixtures/account.ts';

const screens = [
  { name: '320 pixels', viewport: { width: 320, height: 640 } },
  // A window of 1280 by 720 in which everything is twice as large has this many CSS pixels.
  { name: '200 % zoom', viewport: { width: 640, height: 360 } },
  // The same window at 400 %.
  { name: '400 % zoom', viewport: { width: 320, height: 180 } },
];

for (const { name, viewport } of screens) {
  test.describe(name, () => {
    test.use({ viewport });

    test('no page scrolls sideways', async ({ visitor, newAccount }) => {
      await visitor.home.goto();
      await expectToFit(visitor.page);
      await visitor.problem.goto('user_manually_returned_to_application');
      await expectToFit(visitor.page);
      await visitor.problem.gotoAddress('/no/such/page');
      await expectToFit(visitor.page);

      await visitor.connectCars(
        await newAccount({ brand: tesla, cars: [unlockedCar(20), modelY, roadster] }),
      );
      await expectToFit(visitor.page);
      await openFolds(visitor);
      await expectToFit(visitor.page);
      await visitor.notices.goto();
      await expectToFit(visitor.page);
      await visitor.notices.watchForAllFour('Tesla Model 3, 2023');
      await expect(visitor.notices.openOnes).toHaveCount(1);
      await visitor.openCar('Tesla Model 3');
      await visitor.vehicle.historyLink.click();
      await expect(visitor.history.chart('Battery').figure).toBeVisible();
      await expectToFit(visitor.page);
      await visitor.history.ownSpanFold.summary.click();
      await visitor.history.chart('Tyre pressure').tableFold.summary.click();
      await expectToFit(visitor.page);
      await visitor.settings.goto();
      await expectToFit(visitor.page);
      await visitor.settings.units('My own mix').check();
      await expect(visitor.settings.ownUnit('Fuel', 'US gallons')).toBeVisible();
      await expectToFit(visitor.page);
      await visitor.home.goto();
      await expectToFit(visitor.page);
    });

    test('Connect does not scroll sideways either', async ({ visitor, account }) => {
      await visitor.home.goto();
      await visitor.home.connectLink.click();
      await visitor.country.continueButton.waitFor();
      await expectToFit(visitor.page);
      await visitor.country.choose('United Kingdom');
      await visitor.brand.search.waitFor();
      await expectToFit(visitor.page);
      await visitor.brand.choose('Tesla');
      await visitor.login.email.waitFor();
      await expectToFit(visitor.page);
      await visitor.login.logIn(account.email);
      await visitor.grant.allowButton.waitFor();
      await expectToFit(visitor.page);
    });

    test('the table keeps its cells, and every button its place', async ({ visitor, account }) => {
      await visitor.connectCars(account);
      const car = visitor.garage.car('Model 3');

      await expect(car.cells).toHaveCount(6);
      await car.disconnectFold.summary.click();
      await car.disconnectButton.scrollIntoViewIfNeeded();
      await expect(car.disconnectButton).toBeInViewport({ ratio: 0.99 });
    });
  });
}

async function openFolds(visitor: Visitor) {
  await visitor.garage.car('Roadster').disconnectFold.summary.click();
  await visitor.garage.eraseFold.summary.click();
}

async function expectToFit(page: Page) {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(excess, `pixels by which ${page.url()} is too wide`).toBe(0);
}
