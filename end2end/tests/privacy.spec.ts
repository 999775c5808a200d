import { expect, test } from '../fixtures/test.ts';
import { carportOrigin } from '../servers.ts';

test('no page of Carport asks anybody else for anything', async ({ visitor, account }) => {
  const asked: string[] = [];
  visitor.page.on('request', (request) => {
    if (!request.isNavigationRequest() && visitor.page.url().startsWith(carportOrigin)) {
      asked.push(new URL(request.url()).origin);
    }
  });
  await visitor.home.goto();
  await visitor.problem.goto('access_denied');
  await visitor.problem.gotoAddress('/no/such/page');
  await visitor.connectCars(account);
  await visitor.garage.car('Model 3').disconnect();
  await expect(visitor.garage.emptyHeading).toBeVisible();

  expect(asked.length).toBeGreaterThan(0);
  expect([...new Set(asked)]).toEqual([carportOrigin]);
});

test('Carport leaves nothing in the browser but its cookies', async ({ visitor, account }) => {
  await visitor.connectCars(account);

  const { origins } = await visitor.page.context().storageState();
  expect(origins).toEqual([]);
});
