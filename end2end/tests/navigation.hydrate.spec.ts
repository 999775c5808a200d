import { expect, test } from '../fixtures/test.ts';

test('going from page to page loads no document, and moves the focus to the heading', async ({
  visitor,
  account,
}) => {
  const { page, home, garage } = visitor;
  await visitor.connectCars(account);
  await garage.goto();
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) {
      documents.push(request.url());
    }
  });

  await garage.wordmark.click();
  await expect(page).toHaveTitle('Your car, as it really is. · Carport');
  await expect(home.heading).toBeFocused();

  await home.seeCarsLink.click();
  await expect(page).toHaveTitle('Your cars · Carport');
  await expect(garage.heading).toBeFocused();

  await garage.wordmark.click();
  await home.yourCarsLink.click();
  await expect(garage.heading).toBeFocused();
  await expect(garage.yourCarsLink).toHaveAttribute('aria-current', 'page');

  await page.goBack();
  await expect(home.heading).toBeFocused();
  expect(documents).toEqual([]);
});

test('the first page leaves the focus where the browser has put it', async ({ visitor }) => {
  await visitor.home.goto();

  await expect(visitor.home.heading).not.toBeFocused();
});

test('disconnecting moves the focus to the heading and loads no document', async ({
  visitor,
  account,
}) => {
  const { page, garage } = visitor;
  await visitor.connectCars(account);
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) {
      documents.push(request.url());
    }
  });

  await garage.car('Model 3').disconnect();
  await expect(garage.emptyHeading).toBeVisible();
  await expect(garage.heading).toBeFocused();
  await expect(garage.notice).toContainText('The car is disconnected.');
  expect(documents).toEqual([]);
});
