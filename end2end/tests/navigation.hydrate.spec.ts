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
