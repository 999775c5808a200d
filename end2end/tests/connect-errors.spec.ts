import { expect, test } from '../fixtures/test.ts';

/** Smartcar's errors, each with what its page says. */
const errors = [
  {
    error: 'vehicle_incompatible',
    heading: 'This car cannot be connected',
    advice: 'If you have another car, try again with that one.',
  },
  {
    error: 'invalid_subscription',
    heading: 'The car’s online service is switched off',
    advice: 'switch on or renew the connected service',
  },
  {
    error: 'no_vehicles',
    heading: 'That account has no car',
    advice: 'Check in the maker’s app that the car is there',
  },
  {
    error: 'server_error',
    heading: 'Smartcar had a fault',
    advice: 'Wait a few minutes and try again.',
  },
  {
    error: 'user_manually_returned_to_application',
    heading: 'You came back before the end',
    advice: 'Try again whenever you like.',
  },
];

test('an owner who denies access is told so, and can think again', async ({ visitor, account }) => {
  await visitor.beginConnecting(account);
  await visitor.grant.denyButton.click();

  await expect(visitor.page).toHaveURL('/connect/access_denied');
  await expect(visitor.problem.heading).toHaveText('You kept your car to yourself');
  await expect(visitor.problem.adviceHeading).toBeVisible();
  await expect(visitor.problem.main).toContainText('try again and choose “Allow”');

  await visitor.problem.tryAgainLink.click();
  await visitor.walkToGrant(account);
  await visitor.grant.allowButton.click();
  await expect(visitor.garage.car('Model 3').row).toBeVisible();
});

for (const { error, heading, advice } of errors) {
  test(`${error} is explained, and the owner can try again`, async ({ visitor, account }) => {
    await visitor.home.goto();
    await visitor.home.connectLink.click();
    await visitor.connect.endWith(error);

    await expect(visitor.page).toHaveURL(`/connect/${error}`);
    await expect(visitor.problem.heading).toHaveText(heading);
    await expect(visitor.problem.adviceHeading).toBeVisible();
    await expect(visitor.problem.main).toContainText(advice);

    await visitor.problem.tryAgainLink.click();
    await visitor.walkToGrant(account);
    await visitor.grant.allowButton.click();
    await expect(visitor.garage.car('Model 3').row).toBeVisible();
  });
}

test('configuration_error is for the operator: the owner is not sent in circles', async ({
  visitor,
}) => {
  await visitor.home.goto();
  await visitor.home.connectLink.click();
  await visitor.connect.endWith('configuration_error');

  await expect(visitor.page).toHaveURL('/connect/configuration_error');
  await expect(visitor.problem.heading).toHaveText('This Carport is not set up rightly');
  await expect(visitor.problem.main).toContainText('Tell the person who runs this Carport');
  await expect(visitor.problem.tryAgainLink).toHaveCount(0);

  await visitor.problem.backToStartLink.click();
  await expect(visitor.home.connectLink).toBeVisible();
});

test('“Back to application” on a screen of Connect leads back', async ({ visitor, account }) => {
  await visitor.beginConnecting(account);
  await visitor.grant.backToApplicationButton.click();

  await expect(visitor.problem.heading).toHaveText('You came back before the end');
});

test('the VIN of an incompatible car does not stay in the address', async ({ visitor }) => {
  await visitor.home.goto();
  await visitor.home.connectLink.click();
  await visitor.connect.endWith('vehicle_incompatible');

  await expect(visitor.page).toHaveURL('/connect/vehicle_incompatible');
  await expect(visitor.problem.heading).toBeVisible();
  expect(await visitor.page.content()).not.toContain('0SCAUDI012FE3B132');
});
