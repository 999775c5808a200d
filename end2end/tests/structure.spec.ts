import { tesla, unlockedCar } from '../fixtures/account.ts';
import { expect, test } from '../fixtures/test.ts';

test('the home page reads well', async ({ visitor }) => {
  await visitor.home.goto();
  await expect(visitor.page).toMatchAriaSnapshot(`
    - link "Skip to the content":
      - /url: "#main"
    - complementary "Simulation":
      - paragraph:
        - text: This is a simulated Smartcar. No real car is touched.
        - link "Open the simulator’s inspector":
          - /url: /^http:\\/\\/localhost:\\d+$/
    - banner:
      - link "Carport":
        - /url: /
      - navigation "Main":
        - link "Settings":
          - /url: /settings
    - main:
      - status
      - heading "Your car, as it really is." [level=1]
      - paragraph: "Carport connects to the car you already own and shows what the car itself says: how full it is, what is open, where it stands, and how old each answer is."
      - paragraph:
        - link "Connect your car":
          - /url: /login
      - paragraph: "About a minute. No device to plug in, no new account: only the one of your car maker’s app."
      - region "What Carport will ask for":
        - heading "What Carport will ask for" [level=2]
        - term: Make, model and year
        - definition: Which car it is, so that it can be shown by its name.
      - region "What happens next":
        - heading "What happens next" [level=2]
        - list:
          - listitem:
            - heading "Choose the make" [level=3]
            - paragraph: Smartcar opens and asks for your country and who made your car.
          - listitem:
            - heading "Sign in with the maker" [level=3]
            - paragraph: Use the account of the maker’s own app. The password goes to Smartcar and the maker, never to Carport.
          - listitem:
            - heading "Allow, and come back" [level=3]
            - paragraph: You see what is shared, you allow it, and your car is here.
      - region "What becomes of your data":
        - heading "What becomes of your data" [level=2]
        - term: What is kept
        - definition: "The cars you connect, your names for them, what they report and what you want to be told, on the server that runs this page; in your browser, a cookie to know you by, one for your settings and, if you ask for notifications, which were shown. There is no Carport password to lose."
        - term: What is not
        - definition: Your password with the maker, and anything you did not allow. Nothing is loaded from elsewhere, and nobody is told that you were here.
        - term: How it ends
        - definition: "Disconnect one car, or erase everything: at Smartcar and here, at once, from the page of your cars."
    - contentinfo:
      - paragraph: Carport reads cars through Smartcar. It has no advertisements and no trackers.
  `);
});

test('the page of the cars reads well', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await expect(visitor.page).toMatchAriaSnapshot(`
    - link "Skip to the content":
      - /url: "#main"
    - complementary "Simulation":
      - paragraph:
        - text: This is a simulated Smartcar. No real car is touched.
        - link "Open the simulator’s inspector":
          - /url: /^http:\\/\\/localhost:\\d+$/
    - banner:
      - link "Carport":
        - /url: /
      - navigation "Main":
        - link "Your cars":
          - /url: /vehicle
        - link "Notices":
          - /url: /notices
        - link "Settings":
          - /url: /settings
    - main:
      - status
      - heading "Your cars" [level=1]
      - list:
        - listitem:
          - heading "Tesla Model 3" [level=2]:
            - link "Tesla Model 3":
              - /url: /^\\/vehicle\\/[0-9a-f-]{36}$/
          - paragraph: /^2023 · Battery electric · [\\d\\s]+ mi$/
          - paragraph: /^Battery \\d+ % \\d+ mi$/
          - paragraph: /^Locked · /
          - paragraph:
            - text: Last heard
            - time
      - link "Connect another car":
        - /url: /login
      - region "All attributes":
        - heading "All attributes" [level=2]
        - table "1 car connected":
          - caption: 1 car connected
          - rowgroup:
            - row "Make Model Year Powertrain Vehicle ID Mode Actions":
              - columnheader "Make"
              - columnheader "Model"
              - columnheader "Year"
              - columnheader "Powertrain"
              - columnheader "Vehicle ID"
              - columnheader "Mode"
              - columnheader "Actions"
          - rowgroup:
            - row /^Tesla Model 3 2023 Battery electric [0-9a-f-]{36} Simulated/:
              - rowheader "Tesla"
              - cell "Model 3"
              - cell "2023"
              - cell "Battery electric"
              - cell /^[0-9a-f-]{36}$/
              - cell "Simulated"
              - cell:
                - group: Disconnect
      - region "Leave":
        - heading "Leave" [level=2]
        - paragraph: "Signing out ends this visit in this browser. Your cars stay connected: connect again with the same account to see them."
        - button "Sign out"
        - paragraph: Erasing takes every trace along, here and at Smartcar. There is no way back, except to connect again.
        - group: Erase everything
    - contentinfo:
      - paragraph: Carport reads cars through Smartcar. It has no advertisements and no trackers.
  `);
});

test('the history of a car reads well', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.openCar('Tesla Model 3');
  await visitor.vehicle.historyLink.click();
  await expect(visitor.history.heading).toHaveText('History of Tesla Model 3');
  await expect(visitor.history.main).toMatchAriaSnapshot(`
    - main:
      - status
      - heading "History of Tesla Model 3" [level=1]
      - paragraph:
        - link "Back to Tesla Model 3":
          - /url: /^\\/vehicle\\/[0-9a-f-]{36}$/
      - navigation "Period":
        - list:
          - listitem:
            - link "Day"
          - listitem:
            - link "Week"
          - listitem:
            - link "Month"
          - listitem:
            - link "Year"
        - link /^Earlier/
        - heading [level=2]
        - paragraph:
          - text: All times are UTC.
          - link /^Zoom out to/
        - group: A span of your own
      - figure "Battery":
        - heading "Battery" [level=2]
        - paragraph: /^last \\d+ %$/
        - img /^Battery, /
        - group: Battery as a table
  `);
  await expect(visitor.history.main.getByRole('region', { name: 'Take it along' }))
    .toMatchAriaSnapshot(`
    - region "Take it along":
      - heading "Take it along" [level=2]
      - paragraph
      - list:
        - listitem:
          - link "Readings as CSV":
            - /url: /^\\/vehicle\\/[0-9a-f-]{36}\\/export.csv$/
        - listitem:
          - link "Readings as JSON"
        - listitem:
          - link "Commands as CSV"
        - listitem:
          - link "Commands as JSON"
  `);
});

test('the settings read well', async ({ visitor, account }) => {
  await visitor.connectCars(account);
  await visitor.settings.goto();
  await expect(visitor.settings.main).toMatchAriaSnapshot(`
    - main:
      - status
      - heading "Settings" [level=1]
      - region "In this browser":
        - heading "In this browser" [level=2]
        - group "Theme":
          - radio "As the system" [checked]
          - radio "Light"
          - radio "Dark"
        - group "Units":
          - radio "As my browser’s language suggests at present miles, °C, psi, litres" [checked]
          - radio "Metric kilometres, °C, bar, litres"
          - radio "United States miles, °F, psi, US gallons"
          - radio "United Kingdom miles, °C, psi, litres"
          - radio "My own mix each quantity by itself"
        - button "Save"
        - paragraph
      - region "The names of your cars":
        - heading "The names of your cars" [level=2]
        - paragraph
        - textbox "Tesla Model 3, 2023"
        - button "Save the name of Tesla Model 3, 2023"
  `);
});

test('the notices read well', async ({ visitor, newAccount }) => {
  await visitor.connectCars(await newAccount({ brand: tesla, cars: [unlockedCar(20)] }));
  await visitor.notices.goto();
  await visitor.notices.watchForAllFour();
  await expect(visitor.notices.main).toMatchAriaSnapshot(`
    - main:
      - status: Your settings are saved.
      - heading "Notices" [level=1]
      - status:
        - paragraph: 1 notice open.
      - region "Open":
        - heading "Open" [level=2]
        - list:
          - listitem:
            - paragraph:
              - link "Tesla Model 3":
                - /url: /^\\/vehicle\\/[0-9a-f-]{36}$/
            - paragraph: /^Unlocked since .+ UTC, for \\d+ minutes\\.$/
            - paragraph:
              - text: Noticed
              - time
            - button /^Put away the notice. Unlocked since/
      - region "What Carport watches for":
        - heading "What Carport watches for" [level=2]
        - paragraph
        - region "Tesla Model 3, 2023":
          - heading "Tesla Model 3, 2023" [level=3]
          - checkbox "Left unlocked" [checked]
          - spinbutton "Left unlocked, for at least": "10"
          - paragraph
          - checkbox "Charging stopped early" [checked]
          - spinbutton "Charging stopped early, if the car tells no limit, below": "80"
          - paragraph
          - checkbox "Tyre low" [checked]
          - spinbutton "Tyre low, below": "29.0"
          - paragraph
          - checkbox "Not heard of" [checked]
          - spinbutton "Not heard of, for at least": "24"
          - paragraph
          - button "Save what to watch for in Tesla Model 3, 2023"
  `);
});

test('the page of a problem reads well', async ({ visitor }) => {
  await visitor.problem.goto('access_denied');
  await expect(visitor.page).toMatchAriaSnapshot(`
    - link "Skip to the content":
      - /url: "#main"
    - complementary "Simulation":
      - paragraph:
        - text: This is a simulated Smartcar. No real car is touched.
        - link "Open the simulator’s inspector":
          - /url: /^http:\\/\\/localhost:\\d+$/
    - banner:
      - link "Carport":
        - /url: /
      - navigation "Main":
        - link "Settings":
          - /url: /settings
    - main:
      - status
      - article:
        - heading "You kept your car to yourself" [level=1]
        - paragraph: On Smartcar’s last screen you chose not to share your car, so nothing was connected and nothing was read.
        - heading "What to do" [level=2]
        - paragraph: "If that was what you wanted, you are done. If not, try again and choose “Allow”: the screen lists each thing that Carport may read or do."
        - paragraph:
          - link "Try again":
            - /url: /login
          - link "Back to the start":
            - /url: /
        - paragraph:
          - text: For support, this is problem
          - code: access_denied
    - contentinfo:
      - paragraph: Carport reads cars through Smartcar. It has no advertisements and no trackers.
  `);
});
